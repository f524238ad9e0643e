package org.minqing.proof.notices;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.minqing.proof.campaign.Client;
import org.minqing.proof.campaign.Cluster;
import org.minqing.proof.campaign.Drain;
import org.minqing.proof.campaign.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Very many notices to a receiver that lies, from two nodes that are killed in turn, while residents go on filing. Some facts
 * come from the appeals that they file; the most are written in one statement, as the timers of a storm would write them.
 */
final class NoticeStorm {

    /** What residents may wait for, 95 of 100; and how much the campaign itself asks of them. */
    record Size(int facts, int kills, Duration patience) {}

    static final String UNIT = "matou-qianjin-1-01";

    private static final Logger LOG = LoggerFactory.getLogger("campaign");
    private static final int MATTERS = 10;
    /** A second lies between those of one appeal: receivers read whole seconds. */
    private static final String FACTS = """
            insert into notice_fact (code, locality, appeal, at)
            select 'overdue', a.locality, a.number, date_trunc('second', a.submitted_at) - (:from + n) * interval '1 s'
            from generate_series(1, :each) n, appeal a where a.number = any (:matters)""";

    /** Nobody waits for hours until what failed several times is tried again; whoever has it in hand keeps it. */
    private static final String SOONER = """
            update notice set due_at = clock_timestamp()
            where state = 'waiting' and channel = 'webhook' and locality = 'matou' and not under_way
              and due_at > clock_timestamp() + interval '2 s'""";

    private final Cluster cluster;
    private final Receiver receiver;
    private final Size size;
    private final Residents residents;
    private final SplittableRandom random;
    private final JdbcClient jdbc;
    private final List<String> matters = new ArrayList<>();
    private Client filing;
    private long begun;
    private int written;

    NoticeStorm(Cluster cluster, Receiver receiver, Size size, long seed) {
        this.cluster = cluster;
        this.receiver = receiver;
        this.size = size;
        residents = new Residents(cluster, UNIT);
        random = new SplittableRandom(seed);
        jdbc = JdbcClient.create(cluster.owner());
    }

    Result run() throws InterruptedException, IOException {
        begin();
        for (int kill = 0; kill < size.kills; kill++) {
            write(size.facts / size.kills);
            // In the middle of it, and never at the same place.
            Thread.sleep(500 + random.nextInt(3000));
            cluster.kill(kill % 2);
            cluster.start(kill % 2);
            LOG.info(
                    "notices: {} kills, {} effects, {}",
                    kill + 1,
                    receiver.effects().size(),
                    filing.summary());
        }
        return end();
    }

    /** Residents begin to file, and go on until the end. */
    void begin() {
        for (int i = 0; i < MATTERS; i++) {
            residents.file();
        }
        matters.addAll(residents.numbers());
        begun = System.nanoTime();
        filing = residents.filing(Duration.ofMillis(200));
    }

    /** Waits until every notice has come to an end. */
    Result end() throws InterruptedException {
        var result = new Result(cluster);
        try (var last = filing) {
            drain();
        }
        drain();
        result.figure("from the first fact to the last notice", "%.0f s", (System.nanoTime() - begun) / 1e9);
        result.figure("nodes killed", "%d", size.kills);
        result.figure("appeals filed meanwhile, p50 / p95 / p99", "%s", filing.summary());
        result.figure("answers to residents that were none, or not 201", "%s", residents.others());
        result.none(
                "p95 of filing over %d ms".formatted(size.patience.toMillis()),
                filing.percentile(95) <= size.patience.toMillis() ? 0 : 1);
        reckon(result);
        return result;
    }

    /** So many facts at once. */
    void write(int facts) {
        var each = Math.max(1, facts / matters.size());
        jdbc.sql(FACTS)
                .param("from", written)
                .param("each", each)
                .param("matters", matters.toArray(String[]::new))
                .update();
        written += each * matters.size();
    }

    private void drain() throws InterruptedException {
        var reckoning = reckoning();
        Drain.until("notices", reckoning.facts(), () -> {
            jdbc.sql(SOONER).update();
            return reckoning.ended("sent") + reckoning.ended("dead") + reckoning.ended("unneeded");
        });
    }

    private Reckoning reckoning() {
        return new Reckoning(cluster.owner(), receiver, residents.numbers());
    }

    private void reckon(Result result) {
        var reckoning = reckoning();
        result.figure("facts of which a system outside is to hear", "%d", reckoning.facts());
        result.figure("sent, dead with a reason", "%d, %d", reckoning.ended("sent"), reckoning.ended("dead"));
        result.figure("effects at the receiver", "%d", receiver.effects().size());
        result.figure("repetitions that it knew by their id", "%d", receiver.repeated());
        result.figure("what it did", "%s", new TreeMap<>(receiver.whims()));
        reckoning.wrong().forEach(result::none);
    }
}
