package org.minqing.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time as a test tells it, for the application and the engine alike. Moving it fires what falls due on the way, in order. */
@Primary
public class TestTime implements InstantSource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    // Resolved late: the engine's beans use this clock.
    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<JdbcClient> jdbc;
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    TestTime(ObjectProvider<ManagementService> management, ObjectProvider<JdbcClient> jdbc) {
        this.management = management;
        this.jdbc = jdbc;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Starts over at a local time such as {@code 2025-05-22T19:00}, without firing anything. */
    public void set(String local) {
        set(LocalDateTime.parse(local).atZone(ZONE).toInstant());
    }

    /** Where a test begins, whatever the hour was before: timers that earlier tests left never fire for this one. */
    public void begin(String local) {
        leaveTimersBehind();
        set(local);
    }

    /** Who goes back in time leaves the timers of earlier tests behind: what is written down never goes back. */
    public void set(Instant at) {
        if (at.isBefore(now)) {
            leaveTimersBehind();
        }
        now = at.truncatedTo(ChronoUnit.MILLIS);
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** Lets so much time pass, in ISO form such as {@code PT13H}; {@code P6D} is six times 24 hours. */
    public void pass(String duration) {
        passTo(now.plus(Duration.parse(duration)));
    }

    /** Lets time pass until then, and a millisecond more for a limit that is due then: in that very moment it is still kept. */
    public void passTo(Instant then) {
        var end = then.plusMillis(1);
        for (var job = next(end); job.isPresent(); job = next(end)) {
            if (job.get().due().isAfter(now)) {
                set(job.get().due());
            }
            management.getObject().executeJob(job.get().id());
        }
        if (then.isAfter(now)) {
            set(then);
        }
    }

    private void leaveTimersBehind() {
        jdbc.getObject()
                .sql("select id_ from act_ru_job")
                .query(String.class)
                .list()
                .forEach(left::add);
    }

    /** Not by the engine's query: after a thousand tests that would load thousands of jobs to find the next. */
    private Optional<Timer> next(Instant until) {
        return jdbc
                .getObject()
                .sql("""
                        select id_, duedate_ at time zone 'Asia/Shanghai' due from act_ru_job
                        where type_ = 'timer' and retries_ > 0 and suspension_state_ = 1
                          and duedate_ <= ?::timestamptz at time zone 'Asia/Shanghai' order by duedate_""")
                .param(until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Timer(
                        row.getString("id_"),
                        row.getObject("due", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(timer -> !left.contains(timer.id()))
                .findFirst();
    }

    private record Timer(String id, Instant due) {}
}
