package org.minqing.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;

/** Time as a test tells it, for the application and the engine alike. Moving it fires what falls due on the way, in order. */
@Primary
public class TestTime implements InstantSource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    // Resolved late: the engine's beans use this clock.
    private final ObjectProvider<ManagementService> management;
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    TestTime(ObjectProvider<ManagementService> management) {
        this.management = management;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Starts over at a local time such as {@code 2025-05-22T19:00}, without firing anything. */
    public void set(String local) {
        set(LocalDateTime.parse(local).atZone(ZONE).toInstant());
    }

    /** Who goes back in time leaves the timers of earlier tests behind: what is written down never goes back. */
    public void set(Instant at) {
        if (at.isBefore(now)) {
            management.getObject().createJobQuery().list().forEach(job -> left.add(job.getId()));
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
        for (Job job = next(end); job != null; job = next(end)) {
            if (job.getDuedate().toInstant().isAfter(now)) {
                set(job.getDuedate().toInstant());
            }
            management.getObject().executeJob(job.getId());
        }
        if (then.isAfter(now)) {
            set(then);
        }
    }

    private Job next(Instant until) {
        return management
                .getObject()
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .active()
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .filter(job -> !left.contains(job.getId()))
                .findFirst()
                .orElse(null);
    }
}
