package org.minqing.household;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.appeal.Actor;
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
        events.publishEvent(new HouseholdChanged(id));
        if (one.draft().covering() != null) {
            owners.name(
                    id, OwnerKind.COVERING, one.draft().covering(), one.draft().since(), by.person(), now);
        }
    }
}
