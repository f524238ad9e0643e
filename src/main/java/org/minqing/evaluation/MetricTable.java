package org.minqing.evaluation;

import java.util.List;
import java.util.Map;

/**
 * The figures of a locality with all that is needed to check them.
 *
 * @param locality  code
 * @param from      the first day
 * @param to        the day after the last
 * @param cutOff    as {@code 2026-11-21T19:00:00+08:00}
 * @param rules     what holds for all metrics
 * @param units     in the order of the locality's tree; only those that count in one of the metrics
 * @param total     all units together
 * @param digested  what the digest is of: parameters, queries and results, see {@code src/docs/metrics.md}
 * @param digest    SHA-256 of that text in UTF-8
 */
public record MetricTable(
        String locality,
        String localityName,
        String from,
        String to,
        String cutOff,
        List<String> rules,
        List<Metric> metrics,
        List<Line> units,
        Line total,
        String digested,
        String digest) {

    /**
     * One unit.
     *
     * @param unit    code; empty where the ledger names none
     * @param figures by code of the metric
     */
    public record Line(String unit, String name, Map<String, Figure> figures) {}
}
