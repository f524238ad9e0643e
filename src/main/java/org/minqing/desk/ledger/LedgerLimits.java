package org.minqing.desk.ledger;

import java.time.InstantSource;
import java.util.Optional;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.page.MomentField;
import org.minqing.page.Search;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** What a search can sensibly be about. */
@Component
class LedgerLimits {

    private final Appeals appeals;
    private final InstantSource clock;

    LedgerLimits(Appeals appeals, InstantSource clock) {
        this.appeals = appeals;
        this.clock = clock;
    }

    /** Deadlines lie ahead as well, so a search may end in the future; one that begins there is a slip of the pen. */
    void check(MomentField from, MomentField to, Search search) {
        if (from == null) {
            return;
        }
        if (from.from().isAfter(clock.instant())) {
            search.wrong("from", "起始时间还没有到", "lies in the future");
        } else {
            MomentField.checkOrder(search, from, to);
        }
    }

    /** The number, if the appeal is there and of his own locality: both look alike. */
    Optional<String> appeal(StaffMember person, String number) {
        return number.indexOf('\0') >= 0
                ? Optional.empty()
                : appeals.find(number)
                        .filter(a -> a.locality().equals(person.locality()))
                        .map(Appeal::number);
    }
}
