package org.minqing.household;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.appeal.Actor;
import org.minqing.time.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down whole households at once, which were read and checked, and asks nobody for permission. */
@Service
public class Bringing {

    /** @param contact the last day on which somebody was with them; null if nobody was */
    public record Brought(
            HouseholdDraft draft,
            List<Member.About> members,
            List<Need> needs,
            List<String> notes,
            LocalDate contact) {}

    /**
     * What is to be added to a household or changed of it; nothing of it is taken away.
     *
     * @param changed  what is known now, by the id of the member
     * @param worker   user id; null for whoever it was
     * @param covering user id; null for whoever it was
     */
    public record Amendment(
            Map<UUID, Member.About> changed,
            List<Member.About> added,
            List<String> notes,
            String worker,
            String covering) {

        public boolean isEmpty() {
            return changed.isEmpty() && added.isEmpty() && notes.isEmpty() && worker == null && covering == null;
        }
    }

    private final HouseholdRows rows;
    private final Members members;
    private final Needs needs;
    private final HouseholdNotes notes;
    private final Owners owners;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Bringing(
            HouseholdRows rows,
            Members members,
            Needs needs,
            HouseholdNotes notes,
            Owners owners,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = rows;
        this.members = members;
        this.needs = needs;
        this.notes = notes;
        this.owners = owners;
        this.events = events;
        this.clock = clock;
    }

    public boolean none() {
        return rows.none();
    }

    /** All of them or, if one fails, none. */
    @Transactional
    public void bring(String locality, Actor by, List<Brought> all) {
        all.forEach(one -> bring(locality, by, one));
    }

    private void bring(String locality, Actor by, Brought one) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        rows.insert(id, locality, one.draft(), by.person(), now);
        var household = rows.find(id).orElseThrow();
        one.members().forEach(about -> members.add(UUID.randomUUID(), household, about));
        one.needs().forEach(need -> needs.add(id, need));
        one.notes().forEach(line -> notes.add(id, by, line, now));
        if (one.contact() != null) {
            rows.contacted(id, one.contact());
        }
        if (one.draft().worker() != null) {
            owners.name(id, OwnerKind.WORKER, one.draft().worker(), one.draft().since(), by.person(), now);
        }
        if (one.draft().covering() != null) {
            owners.name(
                    id, OwnerKind.COVERING, one.draft().covering(), one.draft().since(), by.person(), now);
        }
        events.publishEvent(new HouseholdChanged(id));
    }

    /** The caller has locked the household in this transaction, and read it. */
    @Transactional
    public void amend(Household household, Actor by, Amendment amendment) {
        var now = clock.instant();
        var today = now.atZone(Times.ZONE).toLocalDate();
        amendment.changed().forEach((id, about) -> members.change(id, household, about));
        amendment.added().forEach(about -> members.add(UUID.randomUUID(), household, about));
        amendment.notes().forEach(line -> notes.add(household.id(), by, line, now));
        if (amendment.worker() != null) {
            owners.name(household.id(), OwnerKind.WORKER, amendment.worker(), today, by.person(), now);
        }
        if (amendment.covering() != null) {
            owners.name(household.id(), OwnerKind.COVERING, amendment.covering(), today, by.person(), now);
        }
        rows.changed(household.id(), household.version());
        events.publishEvent(new HouseholdChanged(household.id()));
    }
}
