package org.minqing.proof.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.proof.bench.Report;
import org.minqing.sla.ledger.LedgerFromOutside;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a campaign found: figures to read, and what is wrong. */
public final class Result {

    private final Map<String, String> figures = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final JdbcClient jdbc;

    public Result(Cluster cluster) {
        jdbc = JdbcClient.create(cluster.owner());
    }

    public void figure(String name, String format, Object... values) {
        figures.put(name, format.formatted(values));
    }

    /** A figure from the database: one value, as text. */
    public void value(String name, String sql) {
        figures.put(name, jdbc.sql(sql).query(rs -> rs.next() && rs.getString(1) != null ? rs.getString(1) : "none"));
    }

    /** Something that must not be, not once. */
    public void none(String name, String sql) {
        none(name, jdbc.sql(sql).query(Long.class).single());
    }

    public void none(String name, long found) {
        figures.put(name + " (asked: 0)", Long.toString(found));
        if (found != 0) {
            wrong.add(name + ": " + found);
        }
    }

    public void none(String name, List<String> found) {
        none(found.isEmpty() ? name : name + ", such as " + found.get(0), found.size());
    }

    /** Percentiles in milliseconds of an interval expression over the rows of a query. */
    void percentiles(String name, String interval, String from) {
        value(name, """
                select concat_ws(' / ', round(p[1]), round(p[2]), round(p[3])) || ' ms' from (
                select percentile_disc(array[0.5, 0.99, 1]) within group (order by extract(epoch from %s) * 1000) p
                from %s) q""".formatted(interval, from));
    }

    void ledger(Cluster cluster) {
        var report = LedgerFromOutside.verify(cluster.owner());
        figure("ledger rows verified", "%d", report.rows());
        none("ledger rows not as written", report.bad() == null ? 0 : 1);
    }

    public List<String> wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        return figures.toString();
    }

    /** @return whether all is right */
    public boolean write(Report report) {
        report.line(wrong.isEmpty() ? "all as asked" : "WRONG: %s", wrong);
        report.table(figures);
        report.write();
        return wrong.isEmpty();
    }
}
