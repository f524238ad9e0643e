package org.minqing.proof.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One section of {@code report.md} in {@code target/bench} or another folder; every line goes to the console as well. A run
 * begins a new file.
 */
public final class Report {

    static final Path FOLDER = Path.of("target", "bench");

    private static final Logger LOG = LoggerFactory.getLogger("bench");
    private static final List<String> MACHINE = Machine.lines();
    private static final Set<Path> BEGUN = new HashSet<>();

    private final List<String> lines = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();
    private final Path file;

    Report(String title) {
        this(FOLDER, title);
    }

    public Report(Path folder, String title) {
        file = folder.resolve("report.md");
        lines.add("\n## " + title + "\n");
        lines.add("- load of the machine when it began: %.1f".formatted(Machine.load()));
    }

    public void line(String format, Object... values) {
        lines.add("- " + format.formatted(values));
    }

    /**
     * A figure beside what was asked; for programs it stands in {@code figures.csv} in the same folder.
     *
     * @param asked such as {@code 0}; {@code -} if nothing was
     */
    public void figure(String name, String unit, Object asked, Object seen) {
        line("%s: %s %s (asked: %s)", name, seen, unit, asked);
        figures.add(Stream.of(name, unit, asked, seen)
                .map(String::valueOf)
                .map(cell -> cell.matches("[^\",\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",")));
    }

    /** Whether it is not more than was asked for. */
    public boolean atMost(String name, String unit, long asked, double seen) {
        figure(name, unit, "<= " + asked, Math.round(seen) + (seen > asked ? " WRONG" : ""));
        return seen <= asked;
    }

    /** Names and values of figures, to be read at a glance or copied into a document. */
    public void table(Map<String, String> figures) {
        lines.add("\n| figure | value |\n|---|---|");
        figures.forEach((name, value) -> lines.add("| " + name + " | " + value + " |"));
    }

    /** A table of several columns. */
    public void table(List<String> header, List<List<String>> rows) {
        lines.add("\n| " + String.join(" | ", header) + " |\n" + "|---".repeat(header.size()) + "|");
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
    }

    public void write() {
        try {
            Files.createDirectories(file.getParent());
            if (BEGUN.add(file)) {
                Files.deleteIfExists(file);
                append(MACHINE);
                Files.write(csv(), List.of("name,unit,asked,seen"));
            }
            append(lines);
            Files.write(csv(), figures, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path csv() {
        return file.resolveSibling("figures.csv");
    }

    private void append(List<String> lines) throws IOException {
        lines.forEach(LOG::info);
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
