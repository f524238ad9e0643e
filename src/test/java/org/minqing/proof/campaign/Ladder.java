package org.minqing.proof.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.minqing.proof.mould.Clones;
import org.minqing.proof.mould.Template;
import org.minqing.support.Api;
import org.minqing.support.Seed;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A backlog of open overdue appeals, some taken and some not, that climbs the whole ladder while people comment on it and
 * residents go on submitting.
 */
final class Ladder {

    private static final int RUNGS = 3;
    /** Within the first wait of the ladder, so that no second rung is due by itself. */
    private static final Duration BACKLOG = Duration.ofHours(3);

    private final Cluster cluster;
    private final JdbcClient jdbc;
    private final int appeals;
    private final List<String> claimed = new ArrayList<>();
    private final Random random = new Random(Seed.any());
    private final AtomicInteger comments = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();

    Ladder(Cluster cluster, int appeals) {
        this.cluster = cluster;
        this.jdbc = JdbcClient.create(cluster.owner());
        this.appeals = appeals;
    }

    static Ladder full(Cluster cluster) {
        return new Ladder(cluster, Integer.getInteger("minqing.campaign.ladder", 10_000));
    }

    Result run() throws InterruptedException {
        var cases = new Cases(cluster);
        cases.add(backlog());
        var r = new Result(cluster);
        r.figure("open overdue appeals", "%d, of which %d nobody has taken", appeals, appeals - claimed.size());
        r.figure(
                "rungs 2 and 3",
                "brought forward by SQL once the rung before was drained: nobody waits for four hours");
        var gridWorker = cluster.node(1).as(Template.GRID_WORKER);
        var resident = cluster.node(0);
        try (var commenting = new Client(Duration.ofMillis(250), () -> comment(gridWorker));
                var submitting =
                        new Client(Duration.ofMillis(250), () -> Template.submit(resident, "shibu-jijiahe-01"))) {
            for (int rung = 1; rung <= RUNGS; rung++) {
                climb(cases, rung, r);
            }
            r.figure("new appeals meanwhile, p50 / p95 / p99", "%s", submitting.summary());
            r.figure("comments meanwhile, p50 / p95 / p99", "%s", commenting.summary());
        }
        r.figure("comments taken; 409 and tried again later", "%d; %d", comments.get(), conflicts.get());
        check(r);
        return r;
    }

    /** Three in ten are as they came in; the rest are taken. */
    private List<String> backlog() {
        var clones = new Clones(cluster.owner());
        var open = clones.of(Template.open(cluster), appeals * 3 / 10).iterator();
        claimed.addAll(clones.of(Template.claimed(cluster), appeals - appeals * 3 / 10));
        var taken = claimed.iterator();
        var all = new ArrayList<String>();
        while (open.hasNext() || taken.hasNext()) {
            all.add(open.hasNext() && (all.size() % 10 < 3 || !taken.hasNext()) ? open.next() : taken.next());
        }
        return all;
    }

    private void climb(Cases cases, int rung, Result r) throws InterruptedException {
        var begun = Instant.now();
        var apart = BACKLOG.dividedBy(appeals);
        if (rung == 1) {
            cases.due(begun.minus(BACKLOG).minusSeconds(1), apart);
        } else {
            cases.nextRung(begun.minus(BACKLOG).minusSeconds(1), apart);
        }
        Drain.until(
                "ladder, rung " + rung,
                appeals,
                () -> jdbc.sql("""
                select count(*) from sla_ledger l join campaign_case c on c.number = l.appeal
                where l.clock = 'RESPOND' and l.kind = 'ESCALATED' and l.step = ?""").param(rung).query(Long.class).single());
        var seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        r.figure("rung %d drained in".formatted(rung), "%.1f s, %.0f per second", seconds, appeals / seconds);
        r.value("rung %d, places from oldest first: p50 / p99 / most".formatted(rung), """
                select array_to_string(percentile_disc(array[0.5, 0.99, 1]) within group (order by abs(place - position)), ' / ')
                from (select c.position, row_number() over (order by l.id) place
                    from sla_ledger l join campaign_case c on c.number = l.appeal
                    where l.clock = 'RESPOND' and l.kind = 'ESCALATED' and l.step = %d) p""".formatted(rung));
    }

    /** An attempt that reached nobody, on any appeal that is taken. */
    private void comment(Api gridWorker) {
        var number = claimed.get(random.nextInt(claimed.size()));
        try {
            var task = Template.task(jdbc, number);
            var answer = gridWorker.post("/api/tasks/" + task + "/complete", Template.NOT_REACHED);
            if (answer.status() == 409) {
                conflicts.incrementAndGet();
            } else {
                Template.expect(200, answer);
                comments.incrementAndGet();
            }
        } catch (EmptyResultDataAccessException e) {
            throw new IllegalStateException("A comment closed the task of " + number, e);
        }
    }

    private void check(Result r) {
        r.none("appeals without each rung exactly once", """
                select count(*) from campaign_case c where array[1, 2, 3] is distinct from (select array_agg(l.step order by l.step)
                from sla_ledger l where l.appeal = c.number and l.clock = 'RESPOND' and l.kind = 'ESCALATED')""");
        r.none("appeals without exactly one task for each supervisor", """
                select count(*) from campaign_case c where 3 <> (select count(*) from act_ru_execution e
                join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
                where e.business_key_ = c.number and t.task_def_key_ = 'userTask_superviseOverdue')""");
        r.none("appeals without exactly one breach", """
                select count(*) from campaign_case c where 1 <> (select count(*) from sla_ledger l
                where l.appeal = c.number and l.clock = 'RESPOND' and l.kind = 'BREACHED')""");
        r.none("deadlines that moved", """
                select count(*) from campaign_case c join sla_clock s on s.appeal = c.number and s.clock = 'RESPOND'
                where s.due_at <> c.due""");
        r.value("who supervises", """
                select string_agg(n || ' × ' || detail, ', ' order by step) from (select l.step, l.detail, count(*) n
                from sla_ledger l join campaign_case c on c.number = l.appeal
                where l.clock = 'RESPOND' and l.kind = 'ESCALATED' group by l.step, l.detail) p""");
        r.none("dead jobs", "select count(*) from act_ru_job where retries_ = 0");
        r.none("alarms of timers", "select count(*) from sla_alarm a join campaign_case c on c.number = a.appeal");
        r.ledger(cluster);
    }
}
