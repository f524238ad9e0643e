package org.minqing.notice;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each second of what somebody is to be told. */
@Component
class Tellers {

    private static final Logger LOG = LoggerFactory.getLogger(Tellers.class);
    private static final int AT_A_TIME = 500;

    private final Telling telling;

    Tellers(Telling telling) {
        this.telling = telling;
    }

    @Scheduled(initialDelayString = "${minqing.notices.every}", fixedDelayString = "${minqing.notices.every}")
    void tick() {
        List<Long> facts;
        long told;
        do {
            facts = telling.untold(AT_A_TIME);
            told = facts.stream().filter(this::tell).count();
        } while (facts.size() == AT_A_TIME && told > 0);
    }

    /** Beside the others, in a thread of its own: they may be tens of thousands when much falls due at once. */
    @Scheduled(initialDelayString = "${minqing.notices.every}", fixedDelayString = "${minqing.notices.every}")
    void tickOfDanger() {
        telling.untoldOfDanger(AT_A_TIME).forEach(this::tell);
    }

    /** One that cannot be told of keeps no other waiting. */
    private boolean tell(long fact) {
        try {
            telling.tell(fact);
            return true;
        } catch (RuntimeException e) {
            LOG.error("Fact {} waits to be told of: {}", fact, e.getMessage());
            return false;
        }
    }
}
