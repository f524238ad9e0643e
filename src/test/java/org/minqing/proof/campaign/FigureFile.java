package org.minqing.proof.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.minqing.proof.bench.Report;

/** Figures as lines of {@code figures.csv} ({@code name,unit,asked,seen}), for programs, and in the report, for people. */
public final class FigureFile {

    private final List<List<String>> rows = new ArrayList<>();
    private final Report report;

    FigureFile(Report report) {
        this.report = report;
    }

    void figure(String name, String unit, Object asked, Object seen) {
        rows.add(List.of(name, unit, asked.toString(), seen.toString()));
    }

    /** Whether it is not more than was asked for. */
    boolean atMost(String name, String unit, long asked, double seen) {
        figure(name, unit, "<= " + asked, Math.round(seen) + (seen > asked ? " WRONG" : ""));
        return seen <= asked;
    }

    void write(Path folder) {
        report.table(List.of("figure", "unit", "asked", "seen"), rows);
        report.write();
        try {
            Files.createDirectories(folder);
            var lines = new ArrayList<String>(List.of("name,unit,asked,seen"));
            rows.forEach(row -> lines.add(String.join(
                    ",",
                    row.stream()
                            .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                            .toList())));
            Files.write(folder.resolve("figures.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
