package org.minqing.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Figures of months that are over, so that they are not counted again. They cannot go stale: the key holds the query and the
 * cut-off, the ledger only grows, and what is written after {@link #SETTLED} has a later time than the cut-off, because no
 * transaction of the application may last that long.
 */
@Repository
class KeptFigures {

    /** Far longer than the database lets a transaction of ours wait (see {@code JdbcUrlOptions}). */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final JdbcClient jdbc;

    KeptFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static boolean settled(Period period, Instant now) {
        return period.cutOff().plus(SETTLED).isBefore(now);
    }

    /** By unit, and of {@link MetricQueries#ALL}; empty if they are not kept yet. */
    Optional<Map<String, Figure>> find(Metric metric, String prefix, Period period) {
        var figures = new HashMap<String, Figure>();
        key(jdbc.sql("""
                                select unit, numerator, denominator, value from kept_figure where locality = :locality
                                  and metric = :metric and query = :query and begin_at = :from and end_at = :to and cut_off = :cutOff"""), metric, prefix, period).query(rs -> {
            figures.put(
                    rs.getString("unit"),
                    new Figure(rs.getBigDecimal("numerator"), rs.getLong("denominator"), rs.getBigDecimal("value")));
        });
        return figures.containsKey(MetricQueries.ALL) ? Optional.of(figures) : Optional.empty();
    }

    /** Whoever keeps the same at the same time keeps the same. */
    void keep(Metric metric, String prefix, Period period, Map<String, Figure> figures) {
        var units = figures.keySet().stream().toList();
        key(jdbc.sql("""
                                insert into kept_figure
                                    (locality, metric, query, begin_at, end_at, cut_off, unit, numerator, denominator, value)
                                select :locality, :metric, :query, :from, :to, :cutOff, * from unnest(
                                    :unit::text[], :numerator::numeric[], :denominator::bigint[], :value::numeric[])
                                on conflict do nothing"""), metric, prefix, period)
                .param("unit", units.toArray(String[]::new))
                .param(
                        "numerator",
                        units.stream()
                                .map(u -> figures.get(u).numerator().toPlainString())
                                .toArray(String[]::new))
                .param(
                        "denominator",
                        units.stream()
                                .map(u -> Long.toString(figures.get(u).denominator()))
                                .toArray(String[]::new))
                .param(
                        "value",
                        units.stream()
                                .map(u -> figures.get(u).value() == null
                                        ? null
                                        : figures.get(u).value().toPlainString())
                                .toArray(String[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec key(
            JdbcClient.StatementSpec statement, Metric metric, String prefix, Period period) {
        return statement
                .param("locality", prefix)
                .param("metric", metric.code())
                .param("query", DigestUtils.sha256Hex(metric.query()))
                .param("from", period.begin())
                .param("to", period.end())
                .param("cutOff", TimeColumn.of(period.cutOff()));
    }
}
