package org.minqing.server;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Looks every second whether this node works, on a thread that does nothing else, so that who asks need not wait for it. */
@Component
class HealthWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    /** An answer that is older says nothing any more. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** @param at as {@link System#nanoTime} */
    private record Seen(Status status, long at) {}

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "health-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final HealthEndpoint health;
    private volatile Seen seen = new Seen(Status.DOWN, System.nanoTime());

    HealthWatch(HealthEndpoint health) {
        this.health = health;
        watch.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        Status status;
        try {
            status = health.health().getStatus();
        } catch (RuntimeException e) {
            LOG.warn("Health could not be checked: {}", e.toString());
            status = Status.DOWN;
        }
        if (!status.equals(seen.status())) {
            LOG.info("This node is {}", status);
        }
        seen = new Seen(status, System.nanoTime());
    }

    /** As it was seen last; down if that is too long ago. */
    Status status() {
        var last = seen;
        return System.nanoTime() - last.at() > FRESH.toNanos() ? Status.DOWN : last.status();
    }

    /** Whole seconds since it was seen last. */
    long age() {
        return Duration.ofNanos(System.nanoTime() - seen.at()).toSeconds();
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }
}
