package org.minqing.notice.outbox;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.channel.Senders;
import org.minqing.organisation.Localities;
import org.minqing.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the outbox stands, for administrators: numbers and reasons, and nothing of any appeal or person. */
@Component
public class Sendings {

    private static final Duration LATELY = Duration.ofHours(24);

    /**
     * One channel of one locality.
     *
     * @param sent    in the last 24 hours
     * @param resting whether this node leaves the service alone for a while, because it fails
     * @param oldest  since when the oldest one waits that is due; null if none is
     */
    public record Line(
            String locality, Channel channel, long waiting, long sent, long dead, boolean resting, Instant oldest) {}

    /** One that could not be sent. */
    public record Dead(
            long id, String locality, Channel channel, String fact, String reason, int attempts, Instant at) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Lanes lanes;
    private final Senders senders;
    private final Localities localities;
    private final SendingRules rules;
    private final InstantSource clock;

    Sendings(
            JdbcClient jdbc,
            Outbox outbox,
            Lanes lanes,
            Senders senders,
            Localities localities,
            SendingRules rules,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.lanes = lanes;
        this.senders = senders;
        this.localities = localities;
        this.rules = rules;
        this.clock = clock;
    }

    /** Whether anybody at all is told outside of the pages. */
    public boolean anybody() {
        return localities.all().stream()
                .anyMatch(locality -> !senders.of(locality.code()).isEmpty());
    }

    /** Each channel that is set up, by locality. */
    public List<Line> lines() {
        return localities.all().stream()
                .flatMap(locality -> senders.of(locality.code()).stream()
                        .sorted(Comparator.naturalOrder())
                        .map(channel -> line(new Lane(locality.code(), channel))))
                .toList();
    }

    private Line line(Lane lane) {
        var now = clock.instant();
        var resting = lanes.breaker(lane).getState() == CircuitBreaker.State.OPEN;
        return jdbc.sql("""
                        select count(*) filter (where state = 'waiting') waiting,
                          count(*) filter (where state = 'sent' and ended_at > :lately) sent,
                          count(*) filter (where state = 'dead') dead,
                          min(due_at) filter (where state = 'waiting' and due_at <= :now) oldest
                        from notice where locality = :locality and channel = :channel""")
                .param("lately", TimeColumn.of(now.minus(LATELY)))
                .param("now", TimeColumn.of(now))
                .param("locality", lane.locality())
                .param("channel", lane.channel().code())
                .query((row, index) -> new Line(
                        lane.locality(),
                        lane.channel(),
                        row.getLong("waiting"),
                        row.getLong("sent"),
                        row.getLong("dead"),
                        resting,
                        TimeColumn.read(row, "oldest")))
                .single();
    }

    /** The last ones that could not be sent, the newest first. */
    public List<Dead> dead(int most) {
        return jdbc.sql("""
                        select n.*, f.code from notice n join notice_fact f on f.id = n.fact
                        where n.state = 'dead' order by n.ended_at desc, n.id desc limit ?""")
                .param(most)
                .query((row, index) -> new Dead(
                        row.getLong("id"),
                        row.getString("locality"),
                        Coded.of(Channel.class, row.getString("channel")),
                        row.getString("code"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        TimeColumn.read(row, "ended_at")))
                .list();
    }

    /** @throws Refusal if there is none that could not be sent */
    public void again(long id) {
        if (!outbox.again(id, clock.instant())) {
            throw Refusal.notFound();
        }
    }

    /**
     * A message that says it is a test.
     *
     * @param receiver whose address it goes to; empty for a channel with one receiver
     * @throws Refusal if that locality has no such channel
     */
    @Transactional
    public void test(String locality, String channel, String receiver) {
        var way = Coded.find(Channel.class, channel)
                .filter(it -> senders.find(locality, it).isPresent())
                .orElseThrow(Refusal::notFound);
        var now = TimeColumn.of(clock.instant());
        var fact = jdbc.sql(
                        "insert into notice_fact (code, locality, at, told_at) values ('test', ?, ?, ?) returning id")
                .params(locality, now, now)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into notice (fact, receiver, channel, locality, grave, unless_taken, due_at)
                        values (?, ?, ?, ?, false, false, ?)""")
                .params(fact, way.personal() ? receiver : "", way.code(), locality, now)
                .update();
    }

    /** What ended long ago goes, and so do facts of which nothing is left. */
    @Scheduled(cron = "0 41 3 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void forget() {
        var before = TimeColumn.of(clock.instant().minus(rules.kept()));
        jdbc.sql("delete from notice where state <> 'waiting' and ended_at < ?")
                .param(before)
                .update();
        jdbc.sql("""
                        delete from notice_fact f where f.told_at < ?
                        and not exists (select from notice n where n.fact = f.id)""").param(before).update();
    }
}
