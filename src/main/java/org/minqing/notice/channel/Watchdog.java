package org.minqing.notice.channel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** Ends a request that takes too long as a whole: a service that sends a byte now and then keeps every other time-out waiting. */
final class Watchdog implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Duration patience;

    Watchdog(Duration patience) {
        this.patience = patience;
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "outgoing-watchdog");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A request under way. */
    static final class Watched implements AutoCloseable {
        private final Future<?> bite;
        private final HttpUriRequestBase request;

        private Watched(Future<?> bite, HttpUriRequestBase request) {
            this.bite = bite;
            this.request = request;
        }

        /** Whether it was ended from here. */
        boolean bitten() {
            return request.isAborted();
        }

        @Override
        public void close() {
            bite.cancel(false);
        }
    }

    Watched watch(ClassicHttpRequest request) {
        var abortable = (HttpUriRequestBase) request;
        return new Watched(timer.schedule(abortable::abort, patience.toMillis(), TimeUnit.MILLISECONDS), abortable);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
