package org.minqing.sla.calendar;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.minqing.database.OneNodeAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The working calendar that all nodes share. Each node records the yearly files it carries in the database; of a year the
 * latest recorded file counts, whoever carried it, so that an old node that starts again does not turn back a correction.
 */
@Component
public class Calendars implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(Calendars.class);
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

    private final CalendarFiles files;
    private final CalendarTable table;
    private final OneNodeAtATime oneNodeAtATime;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Set<String> recorded = ConcurrentHashMap.newKeySet();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known;

    private record Known(WorkingCalendar calendar, long readAt) {}

    @Autowired
    Calendars(CalendarFiles files, CalendarTable table, OneNodeAtATime oneNodeAtATime, InstantSource clock) {
        this(files, table, oneNodeAtATime, clock, System::nanoTime);
    }

    /** @param nanos the age of what is remembered; not the time of day, which may jump */
    Calendars(
            CalendarFiles files,
            CalendarTable table,
            OneNodeAtATime oneNodeAtATime,
            InstantSource clock,
            LongSupplier nanos) {
        this.files = files;
        this.table = table;
        this.oneNodeAtATime = oneNodeAtATime;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** @throws CalendarFileException so that a node with a bad file does not start */
    @Override
    public void afterPropertiesSet() {
        refresh();
    }

    /** As of at most a minute ago, so that a node learns of a file that another has recorded. */
    public WorkingCalendar current() {
        // One reads again, the others go on: they may hold connections that the one waits for.
        if (nanos.getAsLong() - known.readAt >= KEPT_NANOS && reading.tryLock()) {
            try {
                reread();
            } finally {
                reading.unlock();
            }
        }
        return known.calendar;
    }

    /**
     * Records the files that are new since the last time, so that adding a year needs no restart.
     *
     * @return whether this node counts by another calendar now than before
     * @throws CalendarFileException if one of the files cannot be used; then none is recorded
     */
    public boolean refresh() {
        var before = known == null ? "" : known.calendar.digest();
        var fresh = files.read().stream()
                .filter(file -> !recorded.contains(file.digest()))
                .toList();
        if (!fresh.isEmpty()) {
            oneNodeAtATime.run(() -> fresh.forEach(this::record));
        }
        reading.lock();
        try {
            warnOfOverruled(fresh, reread());
        } finally {
            reading.unlock();
        }
        return !known.calendar.digest().equals(before);
    }

    private void record(CalendarFile file) {
        if (table.record(file, clock.instant())) {
            LOG.info("放假安排已登记 The calendar {} counts from now on", file.name());
        }
        recorded.add(file.digest());
    }

    private List<CalendarFile> reread() {
        var readAt = nanos.getAsLong();
        var latest = table.latest();
        known = new Known(new WorkingCalendar(latest), readAt);
        return latest;
    }

    private static void warnOfOverruled(List<CalendarFile> carried, List<CalendarFile> latest) {
        for (var file : carried) {
            if (latest.stream().noneMatch(l -> l.digest().equals(file.digest()))) {
                LOG.warn(
                        "放假安排 {} 已被后来登记的同年文件取代 The calendar {} does not count: another file of that year was"
                                + " recorded after it",
                        file.name(),
                        file.name());
            }
        }
    }
}
