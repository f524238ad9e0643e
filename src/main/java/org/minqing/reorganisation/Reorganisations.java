package org.minqing.reorganisation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.organisation.OrganisationDraft;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those whom {@code reorganisation.yml} names do about the tree of their locality. To everybody else it is not there. */
@Service
public class Reorganisations {

    private static final int LONGEST_REASON = 200;

    private final VersionRows rows;
    private final DraftCheck check;
    private final ReorganisationRules rules;
    private final Holdings holdings;
    private final Localities localities;
    private final InForce inForce;
    private final InstantSource clock;

    Reorganisations(
            VersionRows rows,
            DraftCheck check,
            ReorganisationRules rules,
            Holdings holdings,
            Localities localities,
            InForce inForce,
            InstantSource clock) {
        this.rows = rows;
        this.check = check;
        this.rules = rules;
        this.holdings = holdings;
        this.localities = localities;
        this.inForce = inForce;
        this.clock = clock;
    }

    public boolean keeps(StaffMember person) {
        return holdings.of(person.groups()).stream()
                .anyMatch(holding -> rules.keeps(holding.post().code()));
    }

    /** The day in Asia/Shanghai. */
    public LocalDate today() {
        return clock.instant().atZone(Times.ZONE).toLocalDate();
    }

    /** @throws Refusal for whoever does not keep the tree */
    public Optional<Version> draft(StaffMember person) {
        requireKeeper(person);
        return rows.draft(person.locality());
    }

    /** The tree that holds now. */
    public OrganisationDraft present(StaffMember person) {
        requireKeeper(person);
        return localities.draft(person.locality());
    }

    /** Those that were published, the latest first: who was responsible when. */
    public List<Version> history(StaffMember person) {
        requireKeeper(person);
        return rows.published(person.locality());
    }

    /** What is in the way of a draft today, one sentence each. */
    public List<String> faults(Version draft) {
        return check.faults(draft.locality(), draft.draft());
    }

    /** @throws Refusal if somebody began a draft meanwhile */
    @Transactional
    public void begin(StaffMember person) {
        requireKeeper(person);
        try {
            rows.begin(person.locality(), localities.draft(person.locality()).json(), person.userId(), clock.instant());
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("已经有一份草稿。", "There is a draft already.");
        }
    }

    /**
     * @param edition that he saw
     * @throws Refusal if there is no draft, or somebody else changed it meanwhile
     */
    @Transactional
    public void change(StaffMember person, int edition, UnaryOperator<OrganisationDraft> change) {
        var draft = draft(person).orElseThrow(Refusal::notFound);
        requireCurrent(
                rows.change(draft.id(), edition, change.apply(draft.draft()).json(), person.userId(), clock.instant()));
    }

    /**
     * It holds from the first moment of that day on; today: at once.
     *
     * @throws InvalidInput naming the field that is wrong, and what is in the way
     * @throws Refusal      if there is no draft, or somebody else changed it meanwhile
     */
    @Transactional
    public void publish(StaffMember person, int edition, LocalDate day, String typed) {
        var draft = draft(person).orElseThrow(Refusal::notFound);
        if (day == null || day.isBefore(today()) || day.isAfter(today().plusDays(rules.daysAhead()))) {
            throw new InvalidInput(
                    "effectiveOn",
                    "请填今天到 " + today().plusDays(rules.daysAhead()) + " 之间的日期",
                    "must be a day from today to " + today().plusDays(rules.daysAhead()));
        }
        var reason = text("reorganisationReason", typed, "请写明依据，例如哪次会议、哪份文件", LONGEST_REASON);
        var faults = faults(draft);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults.stream()
                    .map(fault -> new FieldProblem("draft", fault, "is in the way"))
                    .toList());
        }
        requireCurrent(rows.publish(draft.id(), edition, day, reason, person.userId(), clock.instant()));
    }

    /** Puts what holds from today on into force on this node, after it was published. */
    public void putIntoForce() {
        inForce.tick();
    }

    /** @throws Refusal if there is none of his locality that may be taken back still */
    @Transactional
    public void withdraw(StaffMember person, long id) {
        requireKeeper(person);
        if (!rows.withdraw(id, person.locality(), today(), person.userId(), clock.instant())) {
            throw Refusal.notFound();
        }
    }

    /**
     * What somebody typed as the name of a unit.
     *
     * @throws InvalidInput naming the field, if it is none
     */
    public String name(String field, String typed) {
        return text(field, typed, "请填单位名称", rules.longestName());
    }

    private static String text(String field, String typed, String missing, int longest) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput(field, missing, "is required");
        }
        TextRule.flaw(field, text, longest).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }

    private void requireKeeper(StaffMember person) {
        if (!keeps(person)) {
            throw Refusal.notFound();
        }
    }

    private static void requireCurrent(boolean current) {
        if (!current) {
            throw Refusal.conflict("别人刚刚改过这份草稿，请看一遍再改。", "Somebody else changed the draft meanwhile; look again.");
        }
    }
}
