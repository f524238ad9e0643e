package org.minqing.proof.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.minqing.proof.mould.Clones;
import org.minqing.proof.mould.Template;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Very many clocks that are due within one short time, while residents go on submitting. */
final class Storm {

    private static final String FACTS =
            "sla_ledger l join campaign_case c on c.number = l.appeal and l.clock = 'RESPOND' and l.kind = ";

    private final Cluster cluster;
    private final JdbcClient jdbc;
    private final int clocks;
    private final Duration within;
    private final Duration patience;

    /** @param patience how long 95 of 100 residents may wait for an answer meanwhile */
    Storm(Cluster cluster, int clocks, Duration within, Duration patience) {
        this.cluster = cluster;
        this.jdbc = JdbcClient.create(cluster.owner());
        this.clocks = clocks;
        this.within = within;
        this.patience = patience;
    }

    static Storm full(Cluster cluster) {
        return new Storm(cluster, size(), Duration.ofMinutes(1), Duration.ofSeconds(2));
    }

    static int size() {
        return Integer.getInteger("minqing.campaign.storm", 50_000);
    }

    Result run() throws InterruptedException {
        var cases = new Cases(cluster);
        var begun = System.nanoTime();
        cases.add(new Clones(cluster.owner()).of(Template.open(cluster), clocks));
        var cloning = (System.nanoTime() - begun) / 1e9;
        var r = new Result(cluster);
        r.figure("clocks due", "%d within %d s, on two nodes", clocks, within.toSeconds());
        r.figure("appeals cloned", "%.0f per second", clocks / cloning);
        // To move so many takes a while, and none may be due before all are moved.
        var first = Instant.now().plusSeconds(3 + clocks / 1000).truncatedTo(ChronoUnit.SECONDS);
        cases.due(first, within.dividedBy(clocks));
        var resident = cluster.node(1);
        try (var submitting = new Client(Duration.ofMillis(200), () -> Template.submit(resident, "shibu-jijiahe-01"))) {
            Drain.until(
                    "storm",
                    clocks,
                    () -> jdbc.sql("select count(*) from " + FACTS + "'ESCALATED'")
                            .query(Long.class)
                            .single());
            r.figure("new appeals meanwhile, p50 / p95 / p99", "%s", submitting.summary());
            r.none(
                    "p95 of new appeals over %d s".formatted(patience.toSeconds()),
                    submitting.percentile(95) < patience.toMillis() ? 0 : 1);
        }
        check(r);
        return r;
    }

    private void check(Result r) {
        r.value("drained, timers per second from the first due to the last rung", """
                select round(count(*) / extract(epoch from max(l.occurred_at) - min(c.due))) from %s'ESCALATED'""".formatted(FACTS));
        r.percentiles("breach later than due by, p50 / p99 / most", "l.occurred_at - c.due", FACTS + "'BREACHED'");
        r.percentiles("rung 1 later than due by, p50 / p99 / most", "l.occurred_at - c.due", FACTS + "'ESCALATED'");
        for (var who : new String[] {"timer", "sweeper"}) {
            r.value(
                    "breaches written by the " + who,
                    "select count(*) from " + FACTS + "'BREACHED' and l.detail = 'seen=" + who + "'");
        }
        r.none("clocks without exactly one breach and one rung", """
                select count(*) from campaign_case c where array['BREACHED 0', 'ESCALATED 1'] is distinct from
                (select array_agg(l.kind || ' ' || l.step order by l.kind) from sla_ledger l
                where l.appeal = c.number and l.clock = 'RESPOND' and l.kind <> 'OPENED')""");
        r.none(
                "breaches before they were due",
                "select count(*) from " + FACTS + "'BREACHED' and l.occurred_at <= c.due");
        r.none("dead jobs", "select count(*) from act_ru_job where retries_ = 0");
        r.ledger(cluster);
    }
}
