package org.minqing.browser.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.TreeMap;

/** What each role fills in, taps and types, in one table of all tests that play one: {@code target/figures/roles.csv}. */
public final class RoleFigures {

    private static final Path TABLE = Path.of(System.getProperty("minqing.figures", "target/figures"), "roles.csv");
    private static final String HEAD = "name,unit,asked,seen";

    private RoleFigures() {}

    /**
     * Writes the rows of a role, instead of those of an earlier run.
     *
     * @param asked the most seconds that it may take; 0 if nobody asks
     */
    public static void told(String role, int fields, int taps, double seconds, int asked) {
        try {
            Files.createDirectories(TABLE.getParent());
            try (var file = FileChannel.open(
                            TABLE, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    // Another JVM of the same build may write its own role at this moment.
                    var held = file.lock()) {
                var rows = rows(file);
                rows.put(role + ",1 fields", role + ",fields,-," + fields);
                rows.put(role + ",2 taps", role + ",taps,-," + taps);
                rows.put(
                        role + ",3 seconds",
                        String.format(Locale.ROOT, "%s,s,%s,%.0f", role, asked == 0 ? "-" : "<= " + asked, seconds));
                var table = (HEAD + "\n" + String.join("\n", rows.values()) + "\n").getBytes(StandardCharsets.UTF_8);
                file.truncate(0);
                file.write(ByteBuffer.wrap(table), 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeMap<String, String> rows(FileChannel file) throws IOException {
        var bytes = ByteBuffer.allocate((int) file.size());
        file.read(bytes, 0);
        var rows = new TreeMap<String, String>();
        new String(bytes.array(), StandardCharsets.UTF_8)
                .lines()
                .filter(row -> !row.isBlank() && !row.equals(HEAD))
                .forEach(row -> {
                    var cells = row.split(",");
                    var unit = cells[1].equals("s") ? "3 seconds" : cells[1].equals("taps") ? "2 taps" : "1 fields";
                    rows.put(cells[0] + "," + unit, row);
                });
        return rows;
    }
}
