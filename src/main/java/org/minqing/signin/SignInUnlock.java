package org.minqing.signin;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way back in for whoever has to wait because others guess: by hand, and written down. */
@Component
public class SignInUnlock {

    private final SignInCounts counts;
    private final SignInRecords records;

    SignInUnlock(SignInCounts counts, SignInRecords records) {
        this.counts = counts;
        this.records = records;
    }

    /** @param userId of an account that there is */
    @Transactional
    public void unlock(String userId) {
        counts.forget(userId);
        records.unlocked(userId);
    }
}
