package org.minqing.supervision;

import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.OpenAppeal;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Role;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** What every act of a supervisor begins with. */
@Component
class InHand {

    private static final int LONGEST = 500;

    private final Appeals appeals;
    private final Duties duties;
    private final Holdings holdings;

    InHand(Appeals appeals, Duties duties, Holdings holdings) {
        this.appeals = appeals;
        this.duties = duties;
        this.holdings = holdings;
    }

    /**
     * Holds the appeal until the transaction ends, so that a handler who completes it at the same moment either was first, or
     * finds that something changed.
     *
     * @param person user id of whoever acts
     * @throws Refusal if he has it himself, it has ended, or its result waits for the resident
     */
    OpenAppeal open(String number, String person) {
        var appeal = appeals.lock(number);
        if (appeal.status().ended()) {
            throw Refusal.conflict("这件诉求已经结束，不能再督办、催办或改派。", "The appeal has ended.");
        }
        if (appeal.status() == AppealStatus.FEEDBACK) {
            throw Refusal.conflict("这件诉求已经办出结果，正在等居民评价。", "The result waits for the resident.");
        }
        duties.require(number, person, Duty.SUPERVISING);
        return appeals.open(number);
    }

    /** @throws Refusal if this is no supervisor */
    Actor supervisor(StaffMember person) {
        return new Actor(
                person.userId(),
                holdings.of(person.groups()).stream()
                        .filter(h -> h.post().role() == Role.SUPERVISOR)
                        .findFirst()
                        .map(Holding::label)
                        .orElseThrow(Refusal::notFound));
    }

    /** @throws InvalidInput if there is no text, or one that cannot be kept */
    static void require(String field, String text, String missing) {
        if (text.isBlank()) {
            throw new InvalidInput(field, missing, "is required");
        }
        TextRule.flaw(field, text, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
    }
}
