package org.minqing.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One section of {@code target/bench/report.md}; every line goes to the console as well. A run begins a new file. */
final class Report {

    static final Path FOLDER = Path.of("target", "bench");

    private static final Logger LOG = LoggerFactory.getLogger("bench");
    private static final Path FILE = FOLDER.resolve("report.md");
    private static final List<String> MACHINE = Machine.lines();
    private static boolean begun;

    private final List<String> lines = new ArrayList<>();

    Report(String title) {
        lines.add("\n## " + title + "\n");
        lines.add("- load of the machine when it began: %.1f".formatted(Machine.load()));
    }

    void line(String format, Object... values) {
        lines.add("- " + format.formatted(values));
    }

    void write() {
        try {
            Files.createDirectories(FOLDER);
            if (!begun) {
                begun = true;
                Files.deleteIfExists(FILE);
                append(MACHINE);
            }
            append(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(List<String> lines) throws IOException {
        lines.forEach(LOG::info);
        Files.write(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
