package org.minqing.wording;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Appeals that were registered before there were grams get theirs while the program runs, a few at a time: a million of them would
 * hold up the start for many minutes.
 */
@Component
class WordsOfBefore {

    private static final int AT_A_TIME = 500;

    private final AppealWords words;
    private final TransactionOperations transaction;

    private String last = "";
    private boolean done;

    WordsOfBefore(AppealWords words, TransactionOperations transaction) {
        this.words = words;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "${minqing.wording.fill-every}", fixedDelayString = "${minqing.wording.fill-every}")
    void fill() {
        if (!done) {
            last = transaction.execute(tx -> words.fill(last, AT_A_TIME));
            done = last.isEmpty();
        }
    }
}
