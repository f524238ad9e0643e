package org.minqing.desk.appeal;

import java.util.HashMap;
import java.util.List;
import org.minqing.feedback.ContactCheck;
import org.minqing.feedback.ContactClaim;
import org.minqing.feedback.ContactGuard;
import org.springframework.stereotype.Component;

/** What staff say about contacts with the resident, beside what the resident says and what was found out. */
@Component
class ContactLines {

    private final ContactGuard guard;

    ContactLines(ContactGuard guard) {
        this.guard = guard;
    }

    List<AppealSheet.ContactLine> of(String number) {
        var checks = new HashMap<Long, ContactCheck>();
        guard.checks(number).forEach(check -> checks.put(check.claim(), check));
        return guard.claims(number).stream()
                .map(claim -> new AppealSheet.ContactLine(claim.words(), answer(claim), found(checks.get(claim.id()))))
                .toList();
    }

    private static String answer(ContactClaim claim) {
        if (!claim.contact().reached()) {
            return "attempt";
        }
        return claim.denied() == null ? "silent" : claim.denied() ? "denied" : "confirmed";
    }

    private static String found(ContactCheck check) {
        if (check == null) {
            return null;
        }
        return check.open() ? "open" : check.made() ? "made" : "notMade";
    }
}
