package org.minqing.sla.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals and anchors at every turn; {@code minqing.ledger.seal-every: "-"} switches it off. */
@Component
@ConditionalOnExpression("'${minqing.ledger.seal-every}' != '-'")
class LedgerTurns {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerTurns.class);

    private final Sealing sealing;
    private final Anchors anchors;

    LedgerTurns(Sealing sealing, Anchors anchors) {
        this.sealing = sealing;
        this.anchors = anchors;
    }

    @Scheduled(fixedDelayString = "${minqing.ledger.seal-every}")
    void turn() {
        try {
            while (sealing.seal().isPresent()) {
                // What came in meanwhile is sealed as well.
            }
        } catch (RuntimeException e) {
            LOG.warn("The ledger could not be sealed and is tried again: {}", e.getMessage());
        }
        anchors.turn();
    }
}
