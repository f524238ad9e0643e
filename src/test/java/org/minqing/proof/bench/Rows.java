package org.minqing.proof.bench;

import java.sql.SQLException;
import javax.sql.DataSource;

/** What a database has counted so far. */
record Rows(long commits, long writingCommits, long inserted, long updated, long deleted) {

    private static final String SQL = """
            select xact_commit, pg_snapshot_xmax(pg_current_snapshot())::text::bigint, tup_inserted, tup_updated, tup_deleted
            from pg_stat_database where datname = current_database()""";

    /** Sessions report with a delay of up to ten seconds; this waits for them. */
    static Rows now(DataSource database) throws SQLException, InterruptedException {
        Thread.sleep(11_000);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(SQL)) {
            row.next();
            return new Rows(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    String since(Rows before, int lifecycles) {
        double n = lifecycles;
        return "%.1f transactions, of which %.1f write; %.1f rows inserted, %.1f updated, %.1f deleted"
                .formatted(
                        (commits - before.commits) / n,
                        (writingCommits - before.writingCommits) / n,
                        (inserted - before.inserted) / n,
                        (updated - before.updated) / n,
                        (deleted - before.deleted) / n);
    }
}
