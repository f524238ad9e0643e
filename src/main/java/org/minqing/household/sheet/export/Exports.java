package org.minqing.household.sheet.export;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.minqing.code.Ids;
import org.minqing.household.HouseholdLooks;
import org.minqing.household.HouseholdLooks.Way;
import org.minqing.household.HouseholdPurposes;
import org.minqing.household.sheet.SheetAccess;
import org.minqing.household.sheet.SheetRules;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All households as a file: one asks and says why, another allows it, and each step is written down for whoever audits looks. */
@Service
public class Exports {

    private static final int NEWEST = 20;

    private final SheetAccess access;
    private final SheetRules rules;
    private final ExportRows rows;
    private final HouseholdLooks looks;
    private final Localities localities;
    private final InstantSource clock;

    Exports(
            SheetAccess access,
            SheetRules rules,
            ExportRows rows,
            HouseholdLooks looks,
            Localities localities,
            InstantSource clock) {
        this.access = access;
        this.rules = rules;
        this.rows = rows;
        this.looks = looks;
        this.localities = localities;
        this.clock = clock;
    }

    /** Those that this person asked for, and if he may allow them those of others. */
    public List<SheetExport> newest(StaffMember person) {
        access.requireExports(person);
        var allows = access.mayAllow(person);
        return rows.newest(person.locality(), NEWEST).stream()
                .filter(export -> allows || export.asker().equals(person.userId()))
                .toList();
    }

    /** How many wait for him. */
    public int waiting(StaffMember person) {
        return access.mayAllow(person) ? rows.waiting(person.locality(), person.userId()) : 0;
    }

    /**
     * @throws InvalidInput if no purpose is given
     * @throws Refusal      if he may not, or asked already and nobody decided
     */
    @Transactional
    public void ask(StaffMember person, String typed) {
        access.requireAsking(person);
        var purpose = HouseholdPurposes.read("lookPurpose", typed);
        var id = UUID.randomUUID();
        try {
            rows.insert(id, person.locality(), purpose, person.userId(), clock.instant());
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("您已经申请过，还没有人批。", "You asked already, and nobody has decided.");
        }
        write(person, id, purpose, Way.EXPORT_ASKED);
    }

    /** @throws Refusal as if there were none, if he may not decide it; or if somebody decided before */
    @Transactional
    public void decide(StaffMember person, String id, boolean allow) {
        access.requireAllowing(person);
        var export = find(person, id);
        if (export.asker().equals(person.userId())) {
            throw Refusal.notFound();
        }
        var now = clock.instant();
        var until = allow ? now.plus(Duration.ofHours(rules.exportHours())) : null;
        if (!rows.decide(export.id(), person.userId(), now, until)) {
            throw Refusal.conflict("这份申请已经有人批过了。", "Somebody has decided already.");
        }
        write(person, export.id(), export.purpose(), allow ? Way.EXPORT_ALLOWED : Way.EXPORT_REFUSED);
    }

    /**
     * Writes down that he takes it along; the caller gives it to him afterwards.
     *
     * @throws Refusal as if there were none, if he did not ask for it, may not any more, or it is not given out
     */
    @Transactional
    public void take(StaffMember person, String id) {
        access.requireAsking(person);
        var export = find(person, id);
        if (!export.asker().equals(person.userId()) || !export.given(clock.instant())) {
            throw Refusal.notFound();
        }
        write(person, export.id(), export.purpose(), Way.EXPORT_TAKEN);
    }

    private SheetExport find(StaffMember person, String id) {
        return Ids.of(id)
                .flatMap(rows::find)
                .filter(export -> export.locality().equals(person.locality()))
                .orElseThrow(Refusal::notFound);
    }

    private void write(StaffMember person, UUID export, String purpose, Way way) {
        looks.export(person, localities.get(person.locality()).root().code(), export, purpose, way);
    }
}
