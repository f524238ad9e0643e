package org.minqing.sla.ledger;

import jakarta.annotation.PreDestroy;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies the ledger while whoever asked for it goes on working: a large one takes minutes. One at a time on all nodes. */
@Component
public class BackgroundVerification {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundVerification.class);
    private static final long ROWS_BETWEEN_BEATS = 5000;

    private final Verification verification;
    private final VerificationRuns runs;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "verify-ledger");
        thread.setDaemon(true);
        return thread;
    });

    BackgroundVerification(Verification verification, VerificationRuns runs) {
        this.verification = verification;
        this.runs = runs;
    }

    /** Begins one, unless one is running already. */
    public void start(String by) {
        runs.begin(by).ifPresent(id -> worker.execute(() -> run(id)));
    }

    /** The one that began last; empty if nobody has asked for any. */
    public Optional<VerificationRun> latest() {
        return runs.latest();
    }

    private void run(long id) {
        try {
            runs.end(id, verification.verify(read -> {
                if (read % ROWS_BETWEEN_BEATS == 0) {
                    runs.beat(id, read);
                }
            }));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.error("The file of anchors cannot be read: {}", e.getMessage());
            runs.unreadable(id);
        } catch (RuntimeException e) {
            // It says nothing more, and is shown as broken off.
            LOG.error("A verification of the ledger broke off", e);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
