package org.minqing.signin;

import java.util.Optional;
import java.util.function.Supplier;
import org.minqing.security.SignInGate;
import org.minqing.security.StaffAccount;
import org.minqing.security.StaffDirectory;
import org.minqing.security.TooManyAttempts;
import org.springframework.stereotype.Component;

/**
 * The gate before every password. What it does for a name that nobody has is what it does for one that somebody has: the same
 * statements, the same hash, the same delays.
 */
@Component
class CountedSignIns implements SignInGate {

    private final SignInCounts counts;
    private final SignInRecords records;
    private final StaffDirectory directory;

    CountedSignIns(SignInCounts counts, SignInRecords records, StaffDirectory directory) {
        this.counts = counts;
        this.records = records;
        this.directory = directory;
    }

    @Override
    public Optional<StaffAccount> attempt(String userId, String network, Supplier<Optional<StaffAccount>> check) {
        var turn = counts.take(userId, network);
        if (!turn.mayTry()) {
            throw new TooManyAttempts(turn.left());
        }
        // No connection is held meanwhile: hashing takes long.
        var found = check.get();
        if (found.isPresent()) {
            counts.passed(userId, network);
            records.add(found.get().member(), network, SignInOutcome.SIGNED_IN);
        } else {
            var outcome = turn.next().isZero() ? SignInOutcome.REFUSED : SignInOutcome.DELAYED;
            records.add(directory.account(userId).map(StaffAccount::member).orElse(null), network, outcome);
        }
        return found;
    }
}
