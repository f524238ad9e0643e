package org.minqing.proof.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.minqing.proof.mould.Clones;
import org.minqing.proof.mould.Template;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appeals whose response is completed in the very moment in which it is due, on one node and the other. */
final class Race {

    /** Each waits for its moment and then for its answer. */
    private static final int SENDERS = 150;
    /** Completed before, so that the nodes are warm and it is known how long it takes. */
    private static final int MOST_BEFORE = 100;

    private final Cluster cluster;
    private final JdbcClient jdbc;
    private final int pairs;
    private final int perSecond;
    private final Moment moment = new Moment();
    private final AtomicReference<Exception> failed = new AtomicReference<>();

    Race(Cluster cluster, int pairs, int perSecond) {
        this.cluster = cluster;
        this.jdbc = JdbcClient.create(cluster.owner());
        this.pairs = pairs;
        this.perSecond = perSecond;
    }

    static Race full(Cluster cluster) {
        return new Race(
                cluster,
                Integer.getInteger("minqing.campaign.race", 10_000),
                Integer.getInteger("minqing.campaign.rate", 25));
    }

    Result run() throws InterruptedException {
        var cases = new Cases(cluster);
        var before = Math.min(MOST_BEFORE, pairs);
        var numbers = new Clones(cluster.owner()).of(Template.claimed(cluster), before + pairs);
        var warmUp = new Completions(cluster);
        for (int i = 0; i < before; i++) {
            moment.seen(warmUp.complete(i, numbers.get(i)));
        }
        var racing = numbers.subList(before, numbers.size());
        cases.add(racing);
        // To move so many takes a while, and none may be due before all are moved.
        var first = Instant.now().plusSeconds(2 + pairs / 1000).plus(Moment.EARLIEST);
        var apart = Duration.ofSeconds(1).dividedBy(perSecond);
        cases.due(first, apart);
        var completions = new Completions(cluster);
        complete(completions, racing, first, apart);
        Drain.until("race, timers that fired", pairs, this::fired);
        return new RaceResult(cluster)
                .of("%d, %d per second, on two nodes in turn".formatted(pairs, perSecond), completions, moment);
    }

    private void complete(Completions completions, List<String> numbers, Instant first, Duration apart)
            throws InterruptedException {
        var senders = Executors.newScheduledThreadPool(SENDERS);
        try {
            var tasks = tasks();
            for (int i = 0; i < pairs; i++) {
                schedule(senders, completions, i, numbers.get(i), tasks.get(i), first.plus(apart.multipliedBy(i)));
            }
            Drain.until("race, completions", pairs, () -> failed.get() == null ? completions.done() : pairs);
            if (failed.get() != null) {
                throw new IllegalStateException("A completion failed", failed.get());
            }
        } finally {
            senders.shutdownNow();
        }
    }

    /** Wakes early and decides then, when it is known how long completions take at present. */
    private void schedule(
            ScheduledExecutorService senders,
            Completions completions,
            int turn,
            String number,
            String task,
            Instant due) {
        var early = Duration.between(Instant.now(), due.minus(Moment.EARLIEST));
        senders.schedule(
                () -> {
                    try {
                        moment.await(due);
                        moment.seen(completions.complete(turn, number, task));
                    } catch (Exception e) {
                        failed.set(e);
                    }
                },
                early.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private List<String> tasks() {
        return jdbc.sql("""
                select t.id_ from campaign_case c join act_ru_execution e on e.business_key_ = c.number
                join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_ order by c.position""").query(String.class).list();
    }

    private long fired() {
        return jdbc.sql("""
                select count(distinct t.appeal) from sla_timer t join campaign_case c on c.number = t.appeal
                where t.act = 'FIRED'""").query(Long.class).single();
    }
}
