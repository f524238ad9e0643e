package org.minqing.evaluation.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minqing.evaluation.Figure;
import org.minqing.evaluation.MetricTable;

/**
 * A metric that is a percentage, one bar for each unit that has it: an outline for the whole and a filled part for the value,
 * with name and figures as text above. Lengths are in units of the drawing, which is as wide as a phone.
 */
record BarChart(String code, String title, int height, List<Bar> bars) {

    private static final int WIDTH = 360;
    private static final int LEFT = 16;
    private static final int WHOLE = 328;
    private static final int ROW = 42;
    private static final int SCALE = 24;

    /**
     * @param y      upper edge of its row
     * @param length null if there is nothing to tell
     */
    record Bar(String name, String figures, int y, BigDecimal length) {}

    /** The total first. */
    static BarChart of(MetricTable table, String code) {
        var metric = table.metrics().stream()
                .filter(m -> m.code().equals(code))
                .findFirst()
                .orElseThrow();
        var units =
                table.units().stream().filter(line -> line.figures().get(code).denominator() > 0);
        var lines = Stream.concat(Stream.of(table.total()), units).toList();
        var bars = IntStream.range(0, lines.size())
                .mapToObj(i ->
                        bar(lines.get(i).name(), lines.get(i).figures().get(code), metric.measure(), SCALE + i * ROW))
                .toList();
        return new BarChart(code, metric.name(), SCALE + ROW * lines.size(), bars);
    }

    private static Bar bar(String name, Figure figure, String measure, int y) {
        var length = figure.value() == null
                ? null
                : figure.value().multiply(BigDecimal.valueOf(WHOLE)).movePointLeft(2);
        return new Bar(name, figure.words(measure) + " (" + figure.counts() + ")", y, length);
    }

    public int width() {
        return WIDTH;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return LEFT + WHOLE;
    }

    public int whole() {
        return WHOLE;
    }
}
