package org.minqing.feedback;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Contact;
import org.minqing.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * No contact is taken on trust alone (requirement D9): each is kept with its way, time and person, the resident is asked
 * whether it took place, and if he says no, somebody who did not handle the appeal finds out. Where one was denied, the
 * next is checked in any case.
 */
@Service
@Transactional
public class ContactGuard {

    private final ContactRows rows;
    private final Appeals appeals;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    // Resolved late: the workflow needs the engine, and the engine's tasks need this class.
    private final ObjectProvider<AppealWorkflow> workflow;

    ContactGuard(
            ContactRows rows,
            Appeals appeals,
            InstantSource clock,
            ApplicationEventPublisher events,
            ObjectProvider<AppealWorkflow> workflow) {
        this.rows = rows;
        this.appeals = appeals;
        this.clock = clock;
        this.events = events;
        this.workflow = workflow;
    }

    @EventListener
    void on(AppealEvent.Responded e) {
        claimed(e, true, e.contact());
    }

    @EventListener
    void on(AppealEvent.Contacted e) {
        claimed(e, false, e.contact());
    }

    @EventListener
    void on(AppealEvent.ContactMissed e) {
        claimed(e, false, e.contact());
    }

    private void claimed(AppealEvent e, boolean first, Contact contact) {
        if (contact.written()) {
            return;
        }
        var deniedBefore = rows.claims(e.number()).stream().anyMatch(c -> Boolean.TRUE.equals(c.denied()));
        rows.claim(e.number(), first, contact, e.by().person(), e.at());
        if (deniedBefore && rows.open(e.number()).isEmpty()) {
            var claims = rows.claims(e.number());
            events.publishEvent(new AppealEvent.ContactRepeated(
                    e.number(), e.round(), e.at(), Actor.SYSTEM, "居民曾否认有人联系，再次登记的联系一并核实"));
            check(e.number(), claims.get(claims.size() - 1), "repeated");
        }
    }

    /** All that staff said about contacts, oldest first. */
    @Transactional(readOnly = true)
    public List<ContactClaim> claims(String number) {
        return rows.claims(number);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<ContactCheck> checks(String number) {
        return rows.checks(number);
    }

    /** The contact about which the resident is asked now: the latest that he can know of. */
    @Transactional(readOnly = true)
    public Optional<ContactClaim> asked(String number) {
        return latest(number).filter(ContactClaim::asks);
    }

    private Optional<ContactClaim> latest(String number) {
        return rows.claims(number).stream().filter(c -> c.contact().reached()).reduce((first, last) -> last);
    }

    /**
     * The resident answers on his page.
     *
     * @throws Refusal if there is no such code, or nothing to answer
     */
    public void answered(String trackingCode, boolean reached) {
        var found = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        var appeal = appeals.lock(found.number());
        var claim = asked(appeal.number())
                .orElseThrow(() -> Refusal.conflict("这次联系已经回答过，或者没有需要核对的联系。", "There is no contact to answer for."));
        answer(appeal, claim, "portal", reached);
    }

    /** With a rating, the resident says whether anybody ever reached him. */
    void rated(Appeal appeal, String source, boolean contacted) {
        latest(appeal.number())
                .filter(c -> c.contact().knownToResident())
                .ifPresent(claim -> answer(appeal, claim, source, contacted));
    }

    private void answer(Appeal appeal, ContactClaim claim, String source, boolean reached) {
        var now = clock.instant();
        var number = appeal.number();
        if (!rows.answer(claim.id(), source, reached, now)) {
            return;
        }
        if (reached) {
            if (claim.denied() == null) {
                events.publishEvent(new AppealEvent.ContactConfirmed(
                        number, appeal.round(), now, Actor.RESIDENT, "确认联系属实：" + claim.words()));
            }
            return;
        }
        if (Boolean.TRUE.equals(claim.denied())) {
            return;
        }
        events.publishEvent(new AppealEvent.ContactDenied(
                number, appeal.round(), now, Actor.RESIDENT, "反映没有人联系，登记的是“" + claim.words() + "”，转督办核实"));
        if (rows.open(number).isEmpty()) {
            check(number, claim, "denied");
        }
    }

    private void check(String number, ContactClaim claim, String why) {
        rows.check(number, claim.id(), why, clock.instant());
        workflow.getObject().contactInDoubt(number);
    }
}
