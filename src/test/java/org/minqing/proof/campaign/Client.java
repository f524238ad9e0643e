package org.minqing.proof.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Somebody who does the same thing again and again, as long as a campaign runs. A failure ends the campaign. */
public final class Client implements AutoCloseable {

    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> acts;

    /** @param pause between the end of one act and the next */
    public Client(Duration pause, Runnable act) {
        acts = thread.scheduleWithFixedDelay(() -> timed(act), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void timed(Runnable act) {
        var begun = System.nanoTime();
        act.run();
        millis.add((System.nanoTime() - begun) / 1e6);
    }

    /** How often, and p50, p95 and p99 of how long it took. */
    public String summary() {
        return "%d, %.0f / %.0f / %.0f ms".formatted(millis.size(), percentile(50), percentile(95), percentile(99));
    }

    public double percentile(int percent) {
        var sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** @throws IllegalStateException if an act failed */
    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
        if (acts.isDone() && !acts.isCancelled()) {
            try {
                acts.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A client of the campaign failed", e.getCause());
            }
        }
    }
}
