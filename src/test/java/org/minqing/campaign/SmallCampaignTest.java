package org.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The campaigns on a small scale: two nodes in JVMs of their own on one database. */
class SmallCampaignTest {

    @TempDir
    static Path folder;

    static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.ofClasses(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
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
    void manyClocksDueAtOnceAreAllBreachedAndEscalatedOnce() throws Exception {
        // How long residents wait says nothing on a machine that is busy with other tests.
        var result = new Storm(cluster, 300, Duration.ofSeconds(5), Duration.ofMinutes(1)).run();
        assertThat(result.wrong()).as("%s", result).isEmpty();
    }

    @Test
    void aTimerMovedInCockpitIsKnownWithinAMinuteAndMovesNoDeadline() throws Exception {
        var result = new MovedTimer(cluster).run();
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

    private static List<String> facts(JdbcClient jdbc, String number) {
        return jdbc.sql("select clock || ' ' || kind from sla_ledger where appeal = ?")
                .param(number)
                .query(String.class)
                .list();
    }
}
