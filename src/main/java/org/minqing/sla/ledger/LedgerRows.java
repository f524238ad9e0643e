package org.minqing.sla.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.minqing.sla.VerifyLedger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the ledger row by row from the cursors of one snapshot: it does not fit into memory and grows meanwhile. */
@Component
class LedgerRows {

    private static final int FETCHED_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    LedgerRows(DataSource database, PlatformTransactionManager transactions) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(FETCHED_AT_ONCE);
        jdbc = JdbcClient.create(template);
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setReadOnly(true);
    }

    <T> T inOneSnapshot(Supplier<T> read) {
        return snapshot.execute(status -> read.get());
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
                instant(rs, "sealed_at"),
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
                instant(rs, "occurred_at"),
                instant(rs, "due_at"),
                rs.getString("unit"),
                rs.getString("actor"),
                rs.getString("detail"),
                rs.getString("prev_hash"),
                rs.getString("hash"));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
