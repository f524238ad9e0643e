package org.minqing.merging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Facts;
import org.minqing.wording.Grams;

/**
 * One telling of one matter, from {@code similar/texts.txt}.
 *
 * @param matter which of the hundred, from 1
 * @param unit   the locality where the resident did not say where
 */
record ToldText(int id, int matter, String locality, String unit, String category, Instant at, String text) {

    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");

    /** Matters come every six hours; the same one is told again the next day, after three and after nine days. */
    private static final List<Integer> DAYS = List.of(0, 1, 3, 9);

    static List<ToldText> all() {
        var all = new ArrayList<ToldText>();
        var head = new String[0];
        var matter = 0;
        var telling = 0;
        for (var line : lines()) {
            if (line.startsWith("= ")) {
                head = line.split(" ");
                matter++;
                telling = 0;
                continue;
            }
            var marked = line.startsWith("(") ? line.substring(1, line.indexOf(')')) : "";
            var nowhere = marked.equals("-");
            all.add(new ToldText(
                    all.size(),
                    matter,
                    head[1],
                    nowhere ? head[1] : head[2],
                    marked.isEmpty() || nowhere ? head[3] : marked,
                    BEGIN.plus(Duration.ofHours(6L * matter)).plus(Duration.ofDays(DAYS.get(telling++))),
                    line.substring(line.startsWith("(") ? line.indexOf(')') + 1 : 0)));
        }
        return all;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/similar/texts.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> grams() {
        return Grams.of(text);
    }

    Matter asMatter() {
        return new Matter(null, locality, unit, null, category, at, text, grams());
    }

    Appeal asAppeal() {
        return new Appeal(
                "T-" + id,
                locality,
                "phone",
                "help",
                category,
                unit,
                null,
                text,
                Facts.NONE,
                null,
                at,
                null,
                AppealStatus.HANDLING,
                null,
                unit,
                null,
                0,
                null,
                null,
                null,
                false,
                null);
    }
}
