package org.minqing.household.sheet;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks again and again whether a sheet waits, and goes on with it on a thread of its own. */
@Component
class ImportTurns {

    private static final Logger LOG = LoggerFactory.getLogger(ImportTurns.class);

    private static final int TURNS_BETWEEN_FORGETTING = 600;

    private final ImportRun run;
    private final Semaphore free = new Semaphore(1);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "household-sheets"));
    private volatile boolean ending;
    private long turns;

    ImportTurns(ImportRun run) {
        this.run = run;
    }

    @Scheduled(
            initialDelayString = "${minqing.households.sheets-every}",
            fixedDelayString = "${minqing.households.sheets-every}")
    void tick() {
        if (free.tryAcquire()) {
            thread.execute(this::work);
        }
    }

    private void work() {
        try {
            if (turns++ % TURNS_BETWEEN_FORGETTING == 0) {
                run.forget();
            }
            while (!ending && run.step()) {
                // The next.
            }
        } catch (RuntimeException e) {
            LOG.warn("住户表格等一会儿再继续。Sheets of households wait: {}", e.getClass().getSimpleName());
        } finally {
            free.release();
        }
    }

    /** The batch under way ends; another node, or this one after its start, goes on with the next. */
    @PreDestroy
    void stop() throws InterruptedException {
        ending = true;
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }
}
