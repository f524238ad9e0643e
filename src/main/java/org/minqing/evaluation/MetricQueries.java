package org.minqing.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.minqing.database.Snapshot;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs the queries of the dictionary. They can only read. */
@Repository
class MetricQueries {

    /** Instead of a unit: all of them together. */
    static final String ALL = "*";

    private final JdbcClient jdbc;
    private final Snapshot snapshot;

    MetricQueries(JdbcClient jdbc, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.snapshot = snapshot;
    }

    /** One table is of one moment, and a query in the dictionary that would write fails. */
    <T> T inOneSnapshot(Supplier<T> read) {
        return snapshot.read(read);
    }

    /**
     * The figures by unit, and of {@link #ALL}.
     *
     * @param prefix letters before the appeal numbers of a locality
     * @param unit   code of the only unit that counts; empty for every one
     */
    Map<String, Figure> run(Metric metric, String prefix, String unit, Period period) {
        var figures = new HashMap<String, Figure>();
        jdbc.sql(metric.query())
                .param("locality", prefix)
                .param("unit", unit)
                .param("from", period.begin())
                .param("to", period.end())
                .param("cutOff", TimeColumn.of(period.cutOff()))
                .query((RowCallbackHandler) rs -> figures.put(unit(rs), figure(rs)));
        return figures;
    }

    /** Codes of the units that count in one of these. */
    static List<String> units(Map<String, Map<String, Figure>> figures) {
        return figures.values().stream()
                .flatMap(byUnit -> byUnit.keySet().stream())
                .filter(unit -> !unit.equals(ALL))
                .distinct()
                .toList();
    }

    private static String unit(ResultSet rs) throws SQLException {
        var unit = rs.getString("unit");
        return unit == null ? ALL : unit;
    }

    private static Figure figure(ResultSet rs) throws SQLException {
        return new Figure(rs.getBigDecimal("numerator"), rs.getLong("denominator"), rs.getBigDecimal("value"));
    }
}
