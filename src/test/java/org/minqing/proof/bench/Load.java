package org.minqing.proof.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Several threads that do the same thing again and again. The first failure ends the run: a figure with errors in it is
 * none.
 *
 * @param millis how long each call took, sorted
 * @param took   from the first call to the end of the last
 */
record Load(List<Double> millis, Duration took) {

    static final int THREADS = 4;

    /** Something that may fail. */
    interface Work {
        void run() throws Exception;
    }

    static Load during(Duration time, Work work) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        return run(() -> System.nanoTime() < end, work);
    }

    static Load times(int times, Work work) throws InterruptedException {
        var left = new AtomicInteger(times);
        return run(() -> left.getAndDecrement() > 0, work);
    }

    private static Load run(BooleanSupplier goOn, Work work) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var begun = System.nanoTime();
            var running = new ArrayList<Future<List<Double>>>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> timed(goOn, work)));
            }
            var all = new ArrayList<Double>();
            for (var one : running) {
                all.addAll(one.get());
            }
            var took = Duration.ofNanos(System.nanoTime() - begun);
            Collections.sort(all);
            return new Load(all, took);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The measured work failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Double> timed(BooleanSupplier goOn, Work work) throws Exception {
        var millis = new ArrayList<Double>();
        while (goOn.getAsBoolean()) {
            var begun = System.nanoTime();
            work.run();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    double perSecond() {
        return millis.size() / (took.toNanos() / 1e9);
    }

    double percentile(int percent) {
        return millis.get(Math.min(millis.size() - 1, millis.size() * percent / 100));
    }

    /** Two runs of the same work as one. */
    Load and(Load other) {
        var all = new ArrayList<>(millis);
        all.addAll(other.millis);
        Collections.sort(all);
        return new Load(all, took.plus(other.took));
    }
}
