package org.minqing.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minqing.time.Times;

/** What makes a printed table one that can be checked. The form of the text is told in {@code src/docs/metrics.md}. */
final class TableDigest {

    private TableDigest() {}

    static String text(String prefix, Period period, List<Metric> metrics, Map<String, Map<String, Figure>> figures) {
        var text = new StringBuilder("minqing metrics v1\n");
        line(text, "locality=" + prefix);
        line(text, "unit=");
        line(text, "from=" + Times.iso(period.begin().toInstant()));
        line(text, "to=" + Times.iso(period.end().toInstant()));
        line(text, "cutOff=" + Times.iso(period.cutOff()));
        for (var metric : metrics) {
            line(text, "[" + metric.code() + "]");
            line(text, metric.query());
            // By code, and the total first: "*" sorts before letters.
            new TreeMap<>(figures.get(metric.code()))
                    .forEach((unit, f) -> line(
                            text,
                            String.join(
                                    ",",
                                    unit,
                                    f.numerator().toPlainString(),
                                    Long.toString(f.denominator()),
                                    f.value() == null ? "" : f.value().toPlainString())));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
