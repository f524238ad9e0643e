package org.minqing.sla.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.sla.ledger.VerifyLedger.Kind;
import org.minqing.support.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * S-23: whoever owns the tables changes the ledger by SQL, triggers off. The verifier names the first bad row every time.
 * {@code -Dminqing.campaign.attacks=10000 -Dminqing.seed=…} for the long run.
 */
class LedgerAttacksTest {

    private static final int ATTACKS = Integer.getInteger("minqing.campaign.attacks", 300);
    private static final long SEED = Seed.any();

    @TempDir
    static Path folder;

    static LedgerDatabase database;
    static SingleConnectionDataSource owner;
    static JdbcClient jdbc;

    @BeforeAll
    static void start() throws Exception {
        database = new LedgerDatabase(folder);
        database.fill(new Random(SEED), 12, 120, 6);
        owner = new SingleConnectionDataSource(database.pool.getDataSource().getConnection(), true);
        jdbc = JdbcClient.create(owner);
        jdbc.sql("set session_replication_role = replica").update();
        // What an owner can take away does not count as a defence.
        jdbc.sql("drop index sla_ledger_one_verdict").update();
        jdbc.sql("""
                alter table sla_ledger drop constraint sla_ledger_fact, drop constraint sla_ledger_seq,
                    drop constraint sla_ledger_no_separator, drop constraint sla_ledger_short""").update();
        jdbc.sql("alter table ledger_seal drop constraint ledger_seal_rows_check")
                .update();
    }

    @AfterAll
    static void stop() throws Exception {
        owner.destroy();
        database.close();
    }

    @Test
    void theVerifierNamesTheFirstBadRowOfEveryAttack() throws Exception {
        var anchors = List.of(database.anchor(3), database.anchor(lastSeal()));
        assertThat(verify(anchors).bad()).isNull();
        var attacks = new LedgerAttacks(jdbc, new Random(SEED));
        var found = new EnumMap<Kind, Integer>(Kind.class);
        var started = System.nanoTime();
        owner.getConnection().setAutoCommit(false);
        for (int i = 0; i < ATTACKS; i++) {
            var attack = attacks.next();
            var bad = verify(anchors).bad();
            assertThat(bad).as("seed %d, attack %d: %s", SEED, i, attack).isNotNull();
            assertThat(List.of(bad.kind(), bad.id()))
                    .as("seed %d, attack %d: %s, found %s", SEED, i, attack, bad)
                    .isEqualTo(List.of(attack.kind(), attack.id()));
            found.merge(bad.kind(), 1, Integer::sum);
            owner.getConnection().rollback();
        }
        owner.getConnection().setAutoCommit(true);
        System.out.printf(
                "ledger attacks: %d, all named %s, %.1f s%n", ATTACKS, found, (System.nanoTime() - started) / 1e9);
        assertThat(verify(anchors).bad()).isNull();
    }

    /** NC5: the check can fail, and it says where. */
    @Test
    void oneEditedRowIsNamed() throws Exception {
        owner.getConnection().setAutoCommit(false);
        var id = jdbc.sql("select id from sla_ledger order by id offset 40 limit 1")
                .query(Long.class)
                .single();
        jdbc.sql("update sla_ledger set occurred_at = occurred_at - interval '1 hour' where id = ?")
                .param(id)
                .update();
        assertThat(verify(List.of()).bad())
                .extracting(VerifyLedger.Bad::id, VerifyLedger.Bad::kind)
                .containsExactly(id, Kind.CONTENT);
        owner.getConnection().rollback();
        owner.getConnection().setAutoCommit(true);
    }

    /** The limit of any chain: who can write everything can write another history. Only what left the system tells. */
    @Test
    void aFullRebuildPassesWithoutTheAnchorAndIsCaughtWithIt() throws Exception {
        var anchors = List.of(database.anchor(3), database.anchor(lastSeal()));
        owner.getConnection().setAutoCommit(false);
        var changed = jdbc.sql("select id from sla_ledger order by id offset 70 limit 1")
                .query(Long.class)
                .single();
        jdbc.sql("create temporary table forged on commit drop as table sla_ledger")
                .update();
        jdbc.sql("create temporary table seals on commit drop as table ledger_seal")
                .update();
        jdbc.sql("update forged set detail = '改过的历史' where id = ?")
                .param(changed)
                .update();
        jdbc.sql("delete from sla_ledger").update();
        jdbc.sql("delete from ledger_seal").update();
        jdbc.sql("set local session_replication_role = origin").update();
        var seals = jdbc.sql("select rows from seals order by n")
                .query(Integer.class)
                .list();
        for (var id :
                jdbc.sql("select id from forged order by id").query(Long.class).list()) {
            jdbc.sql("select setval('sla_ledger_id_seq', ?, false)")
                    .param(id)
                    .query()
                    .singleValue();
            jdbc.sql("insert into sla_ledger select * from forged where id = ?")
                    .param(id)
                    .update();
        }
        for (var rows : seals) {
            jdbc.sql("select * from seal_ledger('2026-03-03T00:00:00Z', ?)")
                    .param(rows)
                    .query()
                    .listOfRows();
        }
        assertThat(verify(List.of()).bad())
                .as("not found, which is why anchors exist")
                .isNull();
        var bad = verify(anchors).bad();
        assertThat(bad.kind()).isEqualTo(Kind.ANCHOR);
        assertThat(bad.id()).isLessThanOrEqualTo(changed);
        assertThat(bad.what()).contains("2026-03-03");
        owner.getConnection().rollback();
        owner.getConnection().setAutoCommit(true);
        assertThat(verify(anchors).bad()).isNull();
    }

    private static VerifyLedger.Report verify(List<VerifyLedger.Anchor> anchors) {
        try (var rows = jdbc.sql("select * from sla_ledger order by id").query((rs, n) -> LedgerRows.row(rs)).stream();
                var seals =
                        jdbc
                                .sql("select * from ledger_seal order by n")
                                .query((rs, n) -> LedgerRows.seal(rs))
                                .stream()) {
            return VerifyLedger.all(rows.iterator(), seals.iterator(), anchors);
        }
    }

    private static long lastSeal() {
        return database.jdbc
                .sql("select max(n) from ledger_seal")
                .query(Long.class)
                .single();
    }
}
