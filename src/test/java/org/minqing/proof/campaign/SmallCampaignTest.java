package org.minqing.proof.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.proof.mould.Bulk;
import org.minqing.proof.mould.Clones;
import org.minqing.proof.mould.Life;
import org.minqing.proof.mould.Moulds;
import org.minqing.proof.mould.Template;
import org.minqing.proof.mould.Walk;
import org.minqing.proof.notices.SmallNotices;
import org.minqing.sla.ledger.LedgerFromOutside;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The campaigns on a small scale: two nodes in JVMs of their own on one database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SmallCampaignTest {

    /** What a copy may not be: not as its template, without its timer, ahead of the time, or wrong in its order. */
    private static final String UNSOUND = """
            select c.number, 'facts' from mould.copy c where
              (select string_agg(concat(clock, round, kind, step, detail), ',' order by seq) from sla_ledger where appeal = c.number)
              <> (select string_agg(concat(clock, round, kind, step, detail), ',' order by seq) from mould.sla_ledger where template = c.template)
            union all
            select c.number, 'words' from mould.copy c where
              (select string_agg(text, ',' order by id) from appeal_event where appeal = c.number)
              <> (select string_agg(text, ',' order by id) from mould.appeal_event where template = c.template)
            union all
            select c.number, 'future' from mould.copy c join appeal a using (number)
            where a.submitted_at > now() or a.closed_at > now()
            union all
            select c.number, 'timer' from mould.copy c join act_ru_execution e on e.business_key_ = c.number
            left join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
            where j.duedate_ at time zone 'Asia/Shanghai' is distinct from
              (select due_at from sla_timer where appeal = c.number order by id desc limit 1)""";

    @TempDir
    static Path folder;

    static Cluster cluster;

    /** The watch over timers looks when it looks: this goes on beside the others, whose appeals it does not touch. */
    static final FutureTask<Result> MOVED = new FutureTask<>(() -> new MovedTimer(cluster).run());

    static SmallNotices notices;

    @BeforeAll
    static void start() throws Exception {
        notices = new SmallNotices(folder);
        cluster = Cluster.ofClasses(folder, notices.environment());
        new Thread(MOVED, "moved timer").start();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
        notices.close();
    }

    @Test
    void whatIsCompletedInTheMomentItIsDueIsMetOrBreachedAndNeverBoth() throws Exception {
        var result = new Race(cluster, 40, 10).run();
        assertThat(result.wrong()).as("%s", result).isEmpty();
    }

    @Test
    void everyOverdueAppealClimbsEachRungOnceWhateverIsSaidAboutIt() throws Exception {
        var result = new Ladder(cluster, 60).run();
        assertThat(result.wrong()).as("%s", result).isEmpty();
    }

    @Test
    void photosThatWereAcknowledgedAreThereWhicheverNodeTookThem() throws Exception {
        var result = new Uploads(cluster, 12, 3, false).run();
        assertThat(result.wrong()).as("%s", result).isEmpty();
    }

    /** How long it takes says nothing here; that all kinds of questions are asked and answered does. */
    @Test
    void whatIsSearchedForAmongManyIsAnswered() {
        var result = new SearchTimes(cluster, 2000, 0).run();
        assertThat(result.wrong()).as("%s", result).isEmpty();
        assertThat(result.toString())
                .contains("shibu-dispatcher, a word of many (路灯), found, p50 / p95=2")
                .contains("shibu-dispatcher, words of nobody (琉璃塔), found, p50 / p95=0");
    }

    @Test
    void manyClocksDueAtOnceAreAllBreachedAndEscalatedOnce() throws Exception {
        // How long residents wait says nothing on a machine that is busy with other tests.
        var result = new Storm(cluster, 300, Duration.ofSeconds(5), Duration.ofMinutes(1)).run();
        assertThat(result.wrong()).as("%s", result).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void inATownAtNightAGasLeakIsHeardOfWithinTenSecondsAndIfNobodyTakesItTheNextOneHears() throws Exception {
        var result = notices.night(cluster);
        assertThat(result.wrong()).as("%s", result).isEmpty();
    }

    /** The last one: it goes on where the night ended, with one node. */
    @Test
    @Order(Integer.MAX_VALUE)
    void noNoticeIsMissingAndNoneHasEffectTwiceWhateverIsKilledAndWhateverItsReceiverDoes() throws Exception {
        var result = notices.storm(cluster);
        assertThat(result.wrong()).as("%s", result).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void aTimerMovedInCockpitIsKnownWithinAMinuteAndMovesNoDeadline() throws Exception {
        var result = MOVED.get();
        assertThat(result.wrong()).as("%s", result).isEmpty();
    }

    @Test
    void clonesAreHandledAndTimedLikeTheAppealTheyWereMadeFrom() throws Exception {
        var cases = new Cases(cluster);
        var jdbc = JdbcClient.create(cluster.owner());
        var numbers = new Clones(cluster.owner()).of(Template.open(cluster), 3);
        cases.add(numbers.subList(1, 3));
        var gridWorker = cluster.node(1).as(Template.GRID_WORKER);
        Template.expect(
                200,
                gridWorker.post("/api/tasks/" + Template.task(jdbc, numbers.get(0)) + "/complete", Template.RESPONDED));
        assertThat(facts(jdbc, numbers.get(0))).contains("RESPOND MET").doesNotContain("RESPOND BREACHED");
        cases.due(Instant.now(), Duration.ofMillis(1));
        Drain.until(
                "clones",
                2,
                () -> numbers.stream()
                        .filter(n -> facts(jdbc, n).contains("RESPOND ESCALATED"))
                        .count());
        assertThat(numbers)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        n -> assertThat(facts(jdbc, n)).contains("ACCEPT OPENED", "RESPOND OPENED", "RESOLVE OPENED"));
    }

    @Test
    void copiesOfWholeLivesAreAsSoundAsTheLivesTheyWereMadeFrom() throws Exception {
        var jdbc = JdbcClient.create(cluster.owner());
        var moulds = new Moulds(cluster.owner());
        moulds.create();
        // Nobody waits here: what needs time to pass is left out.
        var walk = new Walk(cluster.node(0), cluster.owner(), time -> {});
        for (var life : Life.all()) {
            if (Set.of("satisfied", "withdrawn", "merged", "claimed", "in hand").contains(life.name())
                    && Set.of("other", "street-lighting").contains(life.category())) {
                moulds.take(life, walk.walk(life, "shibu", "shibu-chengxi-1-01"), Instant.now());
            }
        }
        var bulk = new Bulk(cluster.owner());
        bulk.finished(200, Instant.now(), 50);
        assertThat(jdbc.sql(UNSOUND).query().listOfRows()).isEmpty();
        bulk.open(50, Instant.now());
        assertThat(LedgerFromOutside.verify(cluster.owner()).bad()).isNull();
        assertThat(jdbc.sql(UNSOUND).query().listOfRows()).isEmpty();
        assertThat(jdbc.sql("select count(*) from mould.copy join appeal using (number) where closed_at is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);

        var site = new Site(cluster.node(1), cluster.owner());
        for (var request : site.requests()) {
            var timing = new Timing();
            site.ask(request, 0, timing);
            assertThat(timing.status()).as("%s", request).isEqualTo("status 200");
        }
    }

    private static List<String> facts(JdbcClient jdbc, String number) {
        return jdbc.sql("select clock || ' ' || kind from sla_ledger where appeal = ?")
                .param(number)
                .query(String.class)
                .list();
    }
}
