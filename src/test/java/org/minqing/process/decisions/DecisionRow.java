package org.minqing.process.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One line of {@code src/test/resources/decisions/<table>.txt}: which rule answers, to which facts, and what it says.
 * The lines are written {@code rule | fact=value ... | output=value ...}; facts that a line leaves out are not set.
 */
record DecisionRow(DecisionFile table, String rule, Map<String, Object> facts, Map<String, Object> outputs) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "decisions");

    private static final Map<DecisionFile, List<DecisionRow>> READ = new ConcurrentHashMap<>();

    static Stream<DecisionRow> all() {
        return DecisionFile.all().flatMap(DecisionRow::of);
    }

    static Stream<DecisionRow> of(DecisionFile table) {
        return READ.computeIfAbsent(table, DecisionRow::read).stream();
    }

    private static List<DecisionRow> read(DecisionFile table) {
        try {
            return Files.readAllLines(FOLDER.resolve(table + ".txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new DecisionRow(table, cells[0].strip(), values(cells[1]), values(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No test rows for the table " + table, e);
        }
    }

    static Map<String, Object> values(String cell) {
        var values = new TreeMap<String, Object>();
        Stream.of(cell.strip().split("\\s+"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> values.put(pair[0], typed(pair[1])));
        return values;
    }

    @Override
    public String toString() {
        return table + " " + rule + " " + facts;
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("'\\d+'")) {
            return text.substring(1, text.length() - 1);
        }
        return text.matches("\\d+") ? (Object) Integer.valueOf(text) : text;
    }
}
