package org.minqing.sla.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.minqing.database.Snapshot;
import org.minqing.support.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A PostgreSQL of its own with our tables and without the application: a ledger that a test may damage. */
final class LedgerDatabase implements AutoCloseable {

    final EmbeddedPostgres postgres;
    final HikariDataSource pool = new HikariDataSource();
    final JdbcClient jdbc;
    final LedgerSamples samples;
    final LedgerRows rows;

    LedgerDatabase(Path folder) throws IOException {
        this(folder, "latest");
    }

    LedgerDatabase(Path folder, String version) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(Path.of("target").toFile())
                .start();
        pool.setDataSource(postgres.getPostgresDatabase());
        pool.setMaximumPoolSize(20);
        jdbc = JdbcClient.create(pool);
        // What our migrations need of the engine's tables.
        jdbc.sql("create table act_ru_job (duedate_ timestamp)").update();
        jdbc.sql("create table act_ru_task (due_date_ timestamp)").update();
        jdbc.sql("create role minqing_app login").update();
        migrate(version);
        samples = new LedgerSamples(jdbc);
        rows = new LedgerRows(pool, new Snapshot(new DataSourceTransactionManager(pool)));
    }

    void migrate(String version) {
        Migrations.migrate(pool, version);
    }

    /** Interleaved chains with gaps between the ids, as rolled back transactions leave them, in several seals. */
    void fill(Random random, int appeals, int rows, int seals) {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < appeals; i++) {
            numbers.add(samples.appeal());
        }
        for (int i = 0; i < rows; i++) {
            samples.row(numbers.get(random.nextInt(appeals)), i, LedgerSamples.START.plusSeconds(i), "第 " + i + " 步");
            if (random.nextInt(10) == 0) {
                jdbc.sql("select nextval('sla_ledger_id_seq')").query().singleValue();
            }
            if ((i + 1) % Math.max(1, rows / seals) == 0) {
                seal();
            }
        }
        seal();
    }

    List<VerifyLedger.Seal> seal() {
        var sealed = new Sealing(jdbc, () -> Instant.parse("2026-03-03T00:00:00Z")).seal();
        return sealed.stream().toList();
    }

    VerifyLedger.Report verify(List<VerifyLedger.Anchor> anchors) {
        return rows.inOneSnapshot(() -> {
            try (var all = rows.rows(Selection.all());
                    var seals = rows.seals()) {
                Iterator<VerifyLedger.Row> iterator = all.iterator();
                return VerifyLedger.all(iterator, seals.iterator(), anchors);
            }
        });
    }

    /** What would have left the system after that seal. */
    VerifyLedger.Anchor anchor(long seal) {
        return jdbc.sql(
                        "select digest, (select sum(rows) from ledger_seal where n <= ?) total from ledger_seal where n = ?")
                .params(seal, seal)
                .query((rs, row) ->
                        new VerifyLedger.Anchor("2026-03-03", seal, rs.getLong("total"), rs.getString("digest")))
                .single();
    }

    @Override
    public void close() throws IOException {
        pool.close();
        postgres.close();
    }
}
