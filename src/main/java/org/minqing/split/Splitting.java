package org.minqing.split;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealNumber;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Facts;
import org.minqing.appeal.NewAppeal;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.sla.Clocks;
import org.minqing.sla.JudgedClocks;
import org.minqing.sla.ledger.LedgerKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Splits an appeal, and takes a sub-case out again. Who may is {@link org.minqing.access.AppealAccess#led}'s to say. */
@Service
@Transactional
class Splitting {

    private final Appeals appeals;
    private final SplitRows rows;
    private final SplittingRules rules;
    private final Clocks clocks;
    private final JudgedClocks judged;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    // Resolved late: the workflow needs the engine, and the engine's tasks need this package.
    private final ObjectProvider<AppealWorkflow> workflow;

    Splitting(
            Appeals appeals,
            SplitRows rows,
            SplittingRules rules,
            Clocks clocks,
            JudgedClocks judged,
            InstantSource clock,
            ApplicationEventPublisher events,
            ObjectProvider<AppealWorkflow> workflow) {
        this.appeals = appeals;
        this.rows = rows;
        this.rules = rules;
        this.clocks = clocks;
        this.judged = judged;
        this.clock = clock;
        this.events = events;
        this.workflow = workflow;
    }

    /**
     * One act: all of them, judged and with their first tasks, or none.
     *
     * @return their numbers, in the order of the matters
     * @throws Refusal      if it is a sub-case itself, is not handled now, is not of a kind that is split, or somebody is in danger
     * @throws InvalidInput if these are too few or too many, or two are called the same
     */
    List<String> split(String number, Actor by, List<Matter> matters) {
        var whole = appeals.lock(number);
        requireSplittable(whole);
        var before = appeals.subCasesOf(number);
        requireFitting(matters, before);
        var made = new ArrayList<String>();
        for (var matter : matters) {
            made.add(begin(whole, before.size() + made.size() + 1, by, matter));
        }
        var text = "分为 " + matters.size() + " 件办理："
                + matters.stream().map(Matter::title).collect(Collectors.joining("、"));
        tell(whole, by, text, true, LedgerKind.SPLIT, "subCases=" + String.join(",", made));
        return made;
    }

    /** Why it cannot be split now, for whoever would be offered it. */
    boolean splittable(Appeal whole) {
        return refusal(whole) == null;
    }

    private void requireSplittable(Appeal whole) {
        var refusal = refusal(whole);
        if (refusal != null) {
            throw refusal;
        }
    }

    private Refusal refusal(Appeal whole) {
        if (whole.subCase()) {
            return Refusal.conflict(
                    "这件本身就是分件，不能再分；要增加分件，请在主件 " + whole.parent() + " 上分。",
                    "It is a sub-case itself and cannot be split; split the whole further.");
        }
        if (whole.status().ended()) {
            return Refusal.conflict("这件诉求已经结束，不能分件。", "The appeal has ended and cannot be split.");
        }
        if (whole.track().filter(t -> rules.splits(t.code())).isEmpty()) {
            return Refusal.conflict("这一办法的诉求不分件办理。", "Appeals that are taken in this way are not split.");
        }
        if (whole.status() != AppealStatus.HANDLING) {
            return Refusal.conflict(
                    "首次响应以后、报出办理结果以前才能分件。", "It is split after the first response and before there is a result.");
        }
        if (rows.inDanger(whole.number())) {
            return Refusal.conflict("有人处在危险中，先排除险情，再分件。", "Somebody is in danger: that is removed first.");
        }
        return null;
    }

    private void requireFitting(List<Matter> matters, List<Appeal> before) {
        var open = before.stream().filter(a -> !a.status().ended()).toList();
        if (before.isEmpty() && matters.size() < rules.fewest() || matters.isEmpty()) {
            throw new InvalidInput(
                    "subCases", "至少分为 " + rules.fewest() + " 件", "are " + rules.fewest() + " or more at first");
        }
        if (open.size() + matters.size() > rules.most()
                || before.size() + matters.size() > AppealNumber.MOST_SUB_CASES) {
            throw new InvalidInput(
                    "subCases", "同时在办的分件最多 " + rules.most() + " 件", "are at most " + rules.most() + " at once");
        }
        // Whoever sends it twice has split it once.
        var titles = open.stream().map(Appeal::title).collect(Collectors.toCollection(HashSet::new));
        for (var i = 0; i < matters.size(); i++) {
            if (!titles.add(matters.get(i).title())) {
                throw new InvalidInput(
                        "subCases[" + i + "].title", "已有同名的分件在办", "is the title of another open sub-case");
            }
        }
    }

    private String begin(Appeal whole, int count, Actor by, Matter matter) {
        var samePlace = matter.unit().equals(whole.unit());
        var subCase = appeals.register(
                new NewAppeal(
                        AppealNumber.read(whole.number()).orElseThrow().subCase(count),
                        null,
                        whole.locality(),
                        whole.channel(),
                        whole.type(),
                        matter.category(),
                        matter.unit(),
                        matter.address() == null && samePlace ? whole.address() : matter.address(),
                        null,
                        matter.title(),
                        matter.description(),
                        facts(whole),
                        whole.massed(),
                        whole.number()),
                by,
                "由 " + whole.number() + " 分出");
        workflow.getObject().submitted(subCase);
        judged.keepWithin(subCase.number(), whole.number(), clock.instant());
        return subCase.number();
    }

    /** As they are known of the whole. That it takes several units is what the split has settled, and the danger is over. */
    private static Facts facts(Appeal whole) {
        var f = whole.facts();
        var danger = !whole.dangerPosts().isEmpty();
        return new Facts(
                f.safetyRisk() && !danger,
                danger ? "" : f.danger(),
                f.lineCut(),
                f.peopleAffected(),
                f.vulnerable(),
                false,
                f.needsFunds(),
                f.needsEnforcement(),
                f.needsPublicSupport(),
                f.beyondStreet(),
                f.aboutStaff());
    }

    /**
     * It is needed no more; what was done for it stays readable.
     *
     * @throws Refusal      if it is no sub-case or has ended
     * @throws InvalidInput if the ground is too short
     */
    void takeOut(String number, Actor by, String ground) {
        var whole = appeals.get(number).parent();
        if (whole == null) {
            throw Refusal.conflict("这件诉求不是分件，不能撤出。", "It is no sub-case and cannot be taken out.");
        }
        if (ground.codePointCount(0, ground.length()) < rules.shortestGround()) {
            throw new InvalidInput(
                    "ground",
                    "请写明撤出的理由，至少 " + rules.shortestGround() + " 个字",
                    "says in " + rules.shortestGround() + " characters or more why");
        }
        // The whole first: the order in which two appeals are ever held.
        var parent = appeals.lock(whole);
        var subCase = appeals.lock(number);
        if (subCase.status().ended()) {
            throw Refusal.conflict("这件分件已经结束，不能撤出。", "The sub-case has ended and cannot be taken out.");
        }
        tell(
                parent,
                by,
                "撤出分件 " + number + "（" + subCase.title() + "）：" + ground,
                false,
                LedgerKind.SUB_CASE_REMOVED,
                "subCase=" + number);
        remove(subCase, by, ground);
    }

    /** What is left of the sub-cases of an appeal that has ended. */
    void takeOutAll(String whole, String ground) {
        appeals.subCasesOf(whole).stream()
                .map(Appeal::number)
                .map(appeals::lock)
                .filter(a -> !a.status().ended())
                .forEach(a -> remove(a, Actor.SYSTEM, ground));
    }

    private void remove(Appeal subCase, Actor by, String ground) {
        rows.removed(subCase.number(), by, clock.instant(), ground);
        tell(subCase, by, "撤出分件：" + ground, false, LedgerKind.SUB_CASE_REMOVED, "whole=" + subCase.parent());
        workflow.getObject().subCaseRemoved(subCase.number());
    }

    private void tell(Appeal a, Actor by, String text, boolean visible, LedgerKind fact, String codes) {
        var event = new AppealEvent.SplitTold(a.number(), a.round(), clock.instant(), by, text, visible);
        clocks.note(event, ClockKind.RESOLVE, fact, codes);
        events.publishEvent(event);
    }
}
