package org.minqing.review;

import java.time.InstantSource;
import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.merging.Reporters;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Role;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.minqing.sla.Clocks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A resident who does not accept the opinion asks the level above (申请复查、复核), himself with his code or by whoever writes it down for
 * him. Of several who told of a matter each may; one review is made at a time.
 */
@Service
@Transactional
public class ReviewRequests {

    private static final int LONGEST = 1000;

    private final Appeals appeals;
    private final Reporters reporters;
    private final Reviews reviews;
    private final Rights rights;
    private final ReviewRules rules;
    private final Parties parties;
    private final ReviewRows rows;
    private final Clocks clocks;
    private final Localities localities;
    private final AppealAccess access;
    private final Capacity capacity;
    private final InstantSource clock;
    // Resolved late: it needs the engine, whose tasks need this package.
    private final ObjectProvider<ReviewWorkflow> workflow;

    ReviewRequests(
            Appeals appeals,
            Reporters reporters,
            Reviews reviews,
            Rights rights,
            ReviewRules rules,
            Parties parties,
            ReviewRows rows,
            Clocks clocks,
            Localities localities,
            AppealAccess access,
            Capacity capacity,
            InstantSource clock,
            ObjectProvider<ReviewWorkflow> workflow) {
        this.appeals = appeals;
        this.reporters = reporters;
        this.reviews = reviews;
        this.rights = rights;
        this.rules = rules;
        this.parties = parties;
        this.rows = rows;
        this.clocks = clocks;
        this.localities = localities;
        this.access = access;
        this.capacity = capacity;
        this.clock = clock;
        this.workflow = workflow;
    }

    /**
     * @param reason why he does not accept the opinion, in his own words
     * @throws InvalidInput if he gives none, or too long a one
     * @throws Refusal      if there is no such code, or no review can be asked for now
     */
    public void ask(String trackingCode, String reason) {
        ask(byCode(trackingCode), Actor.RESIDENT, reason, "居民");
    }

    /**
     * The same, told on the phone or at the counter.
     *
     * @param how {@code phone} or {@code counter}
     * @throws Refusal as if there were no such appeal, if he does not write down for residents
     */
    public void askFor(StaffMember person, String number, String how, String reason) {
        var own = access.visible(person, number);
        if (!writesDown(person)) {
            throw Refusal.notFound();
        }
        var words = switch (how) {
            case "phone" -> "居民来电，";
            case "counter" -> "居民到场，";
            default -> throw new InvalidInput("how", "请选择来电还是到场", "is phone or counter");
        };
        ask(own, capacity.of(person, own), reason, words + "代");
    }

    /** What somebody who writes down for residents may ask for now; null where he does not. */
    @Transactional(readOnly = true)
    public Door door(StaffMember person, Appeal own) {
        var matter = reporters.original(own);
        return writesDown(person) && matter.status().answered() && !matter.subCase() ? reviews.door(matter) : null;
    }

    private static boolean writesDown(StaffMember person) {
        return person.is(Role.DISPATCHER) || person.is(Role.REGISTRAR) || person.is(Role.CALL_BACK);
    }

    private void ask(Appeal own, Actor by, String typed, String who) {
        var reason = text(typed);
        var matter = appeals.lock(reporters.original(own).number());
        if (reporters.part(own).me().withdrawn()) {
            throw Refusal.conflict("您已经撤回自己的反映，不能再申请复查。", "This reporter has withdrawn.");
        }
        var door = reviews.door(matter);
        if (!door.open()) {
            throw door.refusal();
        }
        var stage = door.stage();
        var rule = rights.rule(matter, stage);
        if (rule == null) {
            throw Refusal.overtaken();
        }
        var reviewers = parties.reviewers(matter, rule.posts());
        var outside = reviewers.isEmpty();
        var unit = outside
                ? localities.get(matter.locality()).root()
                : reviewers.get(0).unit();
        var receiver = outside ? rule.receiver() : unit.name();
        rows.ask(
                matter.number(),
                matter.round(),
                stage,
                own.number(),
                by,
                clock.instant(),
                new ReviewRows.Asked(reason, outside, receiver, unit.code()));
        var asked = new AppealEvent.ReviewTold(
                matter.number(),
                matter.round(),
                clock.instant(),
                by,
                who + "申请" + stage.label() + "，由" + receiver + stage.label());
        appeals.openEvenEnded(matter.number()).told((n, round, at) -> asked);
        clocks.open(asked, ClockKind.REVIEW, outside ? rule.passOn() : rule.answer(), unit.code());
        workflow.getObject().reviewAsked(matter.number());
    }

    /**
     * He does not want it any more; he may ask again as long as there is time.
     *
     * @throws Refusal if there is no such code, or no review that he asked for and that is not answered yet
     */
    public void withdraw(String trackingCode) {
        var own = byCode(trackingCode);
        var matter = appeals.lock(reporters.original(own).number());
        var review = reviews.running(matter.number())
                .filter(r -> r.reporter().equals(own.number()))
                .orElseThrow(
                        () -> Refusal.conflict("没有您申请的、正在办理的复查或复核。", "No review that you asked for is under way."));
        rows.step(review, "withdrawn", Actor.RESIDENT, clock.instant(), "", null);
        var told = new AppealEvent.ReviewTold(
                matter.number(),
                matter.round(),
                clock.instant(),
                Actor.RESIDENT,
                "撤回" + review.stage().label() + "申请");
        appeals.openEvenEnded(matter.number()).told((n, round, at) -> told);
        clocks.cancel(told, ClockKind.REVIEW, "why=withdrawn");
        workflow.getObject().reviewWithdrawn(matter.number());
    }

    private Appeal byCode(String trackingCode) {
        return appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
    }

    private String text(String typed) {
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) < rules.shortestReason()) {
            throw new InvalidInput(
                    "reason",
                    "请写明对处理意见哪里不服、有什么要求，至少 " + rules.shortestReason() + " 个字",
                    "says what is not accepted, in " + rules.shortestReason() + " characters or more");
        }
        TextRule.flaw("reason", text, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }
}
