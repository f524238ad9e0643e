package org.minqing.attachment;

import java.time.Instant;
import java.time.InstantSource;
import org.minqing.attachment.store.AttachmentStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Removes what nothing used in time, and what a node left behind that died on the way. */
@Component
class Sweeping {

    private static final int AT_ONCE = 200;

    private final AttachmentRules rules;
    private final AttachmentRows rows;
    private final AttachmentStore store;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    Sweeping(
            AttachmentRules rules,
            AttachmentRows rows,
            AttachmentStore store,
            TransactionOperations transaction,
            InstantSource clock) {
        this.rules = rules;
        this.rows = rows;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What nothing used in time; several nodes share the work. */
    @Scheduled(cron = "0 23 * * * *", zone = "Asia/Shanghai")
    void forget() {
        while (Boolean.TRUE.equals(transaction.execute(tx -> forget(before())))) {
            // The next ones.
        }
    }

    private boolean forget(Instant before) {
        var dead = rows.dead(before, AT_ONCE);
        dead.forEach(id -> {
            store.remove(id);
            rows.delete(id);
        });
        return dead.size() == AT_ONCE;
    }

    /** What no row names: as old as that, no transaction that could still name it is running. */
    @Scheduled(cron = "0 41 3 * * *", zone = "Asia/Shanghai")
    void sweep() {
        store.sweep(before(), rows::known);
    }

    private Instant before() {
        return clock.instant().minus(rules.unusedFor());
    }
}
