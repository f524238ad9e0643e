package org.minqing.feedback;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finding out whether a contact took place: by somebody who did not handle the appeal. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ContactChecks {

    private final ContactRows rows;
    private final Appeals appeals;
    private final Duties duties;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    ContactChecks(
            ContactRows rows, Appeals appeals, Duties duties, InstantSource clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.appeals = appeals;
        this.duties = duties;
        this.clock = clock;
        this.events = events;
    }

    /** The check that waits, with which the policy is asked who takes it. */
    public ContactCheck waiting(String number) {
        return rows.open(number)
                .orElseThrow(() -> new IllegalStateException("No contact of " + number + " is in doubt"));
    }

    /** How many contacts of this appeal were denied so far. */
    public int denials(String number) {
        return (int) rows.claims(number).stream()
                .filter(c -> Boolean.TRUE.equals(c.denied()))
                .count();
    }

    /** What is to be found out, in words; empty if nothing is. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<String> question(String number) {
        return rows.open(number).map(check -> {
            var claim = claim(number, check);
            return "登记：" + claim.words() + "。" + (check.why().equals("denied") ? "居民说没有人联系过。" : "居民否认过以前的联系，这一次还没有表示。");
        });
    }

    /** Somebody has it from now on, for that long; then it goes one higher. */
    public void handed(String number, Duration within) {
        var check = waiting(number);
        rows.handed(check.id(), check.rung() + 1, clock.instant().plus(within));
        if (check.rung() > 0) {
            var round = appeals.get(number).round();
            events.publishEvent(
                    new AppealEvent.LimitNoted(number, round, clock.instant(), Actor.SYSTEM, "联系核实到期未办，再次交办"));
        }
    }

    /**
     * @param made    whether the contact took place
     * @param basis   how it was found out, in the person's words; for colleagues
     * @throws Refusal if this person may not, because he handled the appeal
     */
    public void decide(String number, Actor by, boolean made, String basis) {
        var appeal = appeals.lock(number);
        duties.require(number, by.person(), Duty.CHECKING);
        var check = waiting(number);
        var claim = claim(number, check);
        var now = clock.instant();
        rows.decided(check.id(), by.person(), made, now);
        events.publishEvent(new AppealEvent.ContactChecked(
                number,
                appeal.round(),
                now,
                by,
                "经核实，登记的联系（" + claim.words() + "）" + (made ? "属实" : "不属实，不作数"),
                made,
                claim.first()));
        events.publishEvent(new AppealEvent.Supervised(number, appeal.round(), now, by, "联系核实依据和处理：" + basis, false));
    }

    private ContactClaim claim(String number, ContactCheck check) {
        return rows.claims(number).stream()
                .filter(c -> c.id() == check.claim())
                .findFirst()
                .orElseThrow();
    }
}
