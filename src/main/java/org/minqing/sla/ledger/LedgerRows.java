package org.minqing.sla.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.minqing.database.Snapshot;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger row by row from the cursors of one snapshot: it does not fit into memory and grows meanwhile. */
@Component
class LedgerRows {

    private static final int FETCHED_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Snapshot snapshot;

    LedgerRows(DataSource database, Snapshot snapshot) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(FETCHED_AT_ONCE);
        jdbc = JdbcClient.create(template);
        this.snapshot = snapshot;
    }

    <T> T inOneSnapshot(Supplier<T> read) {
        return snapshot.read(read);
    }

    /** By id; to be closed, and only within {@link #inOneSnapshot}. */
    Stream<VerifyLedger.Row> rows(Selection what) {
        return jdbc
                .sql("select l.* from sla_ledger l" + what.condition() + " order by l.id")
                .params(what.values())
                .query((rs, row) -> row(rs))
                .stream();
    }

    /** By number; to be closed, and only within {@link #inOneSnapshot}. */
    Stream<VerifyLedger.Seal> seals() {
        return jdbc.sql("select * from ledger_seal order by n").query((rs, row) -> seal(rs)).stream();
    }

    static VerifyLedger.Seal seal(ResultSet rs) throws SQLException {
        return new VerifyLedger.Seal(
                rs.getLong("n"),
                TimeColumn.read(rs, "sealed_at"),
                rs.getInt("rows"),
                rs.getString("row_ids"),
                rs.getString("prev_digest"),
                rs.getString("digest"));
    }

    static VerifyLedger.Row row(ResultSet rs) throws SQLException {
        return new VerifyLedger.Row(
                rs.getLong("id"),
                rs.getString("appeal"),
                rs.getInt("seq"),
                rs.getString("clock"),
                rs.getInt("round"),
                rs.getString("kind"),
                rs.getInt("step"),
                TimeColumn.read(rs, "occurred_at"),
                TimeColumn.read(rs, "due_at"),
                rs.getString("unit"),
                rs.getString("actor"),
                rs.getString("detail"),
                rs.getString("prev_hash"),
                rs.getString("hash"));
    }
}
