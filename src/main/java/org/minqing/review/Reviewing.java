package org.minqing.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.organisation.Holding;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.sla.ClockMoves;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the level above does with a review: it may hear the parties, and answers in writing; or somebody passes it on. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Reviewing {

    private final Appeals appeals;
    private final Reviews reviews;
    private final Rights rights;
    private final Parties parties;
    private final ReviewRows rows;
    private final Clocks clocks;
    private final ClockMoves moves;
    private final InstantSource clock;
    // Resolved late: it needs the engine, whose tasks need this class.
    private final ObjectProvider<ReviewWorkflow> workflow;

    Reviewing(
            Appeals appeals,
            Reviews reviews,
            Rights rights,
            Parties parties,
            ReviewRows rows,
            Clocks clocks,
            ClockMoves moves,
            InstantSource clock,
            ObjectProvider<ReviewWorkflow> workflow) {
        this.appeals = appeals;
        this.reviews = reviews;
        this.rights = rights;
        this.parties = parties;
        this.rows = rows;
        this.clocks = clocks;
        this.moves = moves;
        this.clock = clock;
        this.workflow = workflow;
    }

    /** Groups of those who may make the review that runs; empty if it is passed on. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> reviewers(String number) {
        var appeal = appeals.get(number);
        return parties
                .reviewers(
                        appeal,
                        rights.rule(appeal, reviews.mine(number).stage()).posts())
                .stream()
                .map(Holding::group)
                .toList();
    }

    /** @throws Refusal if this person has a part in what is reviewed */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void requireNoParty(String number, String person) {
        parties.require(appeals.get(number), person);
    }

    /** When the task of whoever has it is due: the clock says it, and once it was passed on, the day that was promised. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> dueAt(String number) {
        var passed = reviews.mine(number).passedOn();
        return passed == null
                ? clocks.running(number, ClockKind.REVIEW).map(c -> c.dueAt())
                : Optional.of(passed.until());
    }

    /**
     * A hearing is set (听证); until its day has ended the review is not late.
     *
     * @throws InvalidInput if the day is not ahead, or too far
     * @throws Refusal      if the table knows no hearing here, or one is set already
     */
    public void hear(String number, Actor by, LocalDate day, String why) {
        var appeal = appeals.openEvenEnded(number).state();
        var review = made(appeal, by);
        var longest = rights.rule(appeal, review.stage()).hearing();
        if (longest == null) {
            throw Refusal.conflict("这类诉求的复查不举行听证。", "No hearing is held in such a review.");
        }
        if (review.hearing() != null && review.hearing().until().isAfter(clock.instant())) {
            throw Refusal.conflict("已经定了听证，请在听证以后再定下一次。", "A hearing is set already.");
        }
        var until = end("hearingOn", day, today().plus(longest));
        rows.step(review, "hearing", by, clock.instant(), why, until);
        moves.pause(number, ClockKind.REVIEW, until, "听证", "reason=hearing", by, clock.instant());
        tell(number, by, review.stage().label() + "定于" + Times.day(day) + "举行听证，听证所需时间不计入期限");
    }

    /**
     * It goes to whoever answers it outside of the locality.
     *
     * @param receiver who has it now; null for whom the table names
     * @param day      by when he has promised to answer
     * @throws InvalidInput if the day is not ahead, or too far
     * @throws Refusal      if it was passed on already
     */
    public void passOn(String number, Actor by, String receiver, LocalDate day) {
        var appeal = appeals.openEvenEnded(number).state();
        var review = reviews.mine(number);
        if (!review.outside() || review.passedOn() != null) {
            throw Refusal.conflict("已经转送过，请登记对方的意见。", "It was passed on already.");
        }
        var until = end(
                "promisedOn",
                day,
                today().plus(rights.rule(appeal, review.stage()).promise()));
        var to = receiver == null ? review.receiver() : receiver;
        rows.step(review, "passedOn", by, clock.instant(), to, until);
        clocks.done(
                tell(number, by, review.stage().label() + "申请已转送" + to + "，应于" + Times.day(day) + "前答复"),
                ClockKind.REVIEW);
    }

    /**
     * The written opinion, or what was received of one that was made outside.
     *
     * @throws Refusal if he has a part in it, or it was not passed on yet
     */
    public void answer(String number, Actor by, ReviewOutcome outcome, String opinion) {
        var appeal = appeals.openEvenEnded(number).state();
        var review = reviews.mine(number);
        if (!review.outside()) {
            parties.require(appeal, by.person());
        } else if (review.passedOn() == null) {
            throw Refusal.conflict("还没有转送，请先登记转送给谁、什么时候答复。", "It was not passed on yet.");
        }
        rows.answer(review, by, clock.instant(), outcome, opinion);
        var told = new AppealEvent.ReviewAnswered(
                number, appeal.round(), clock.instant(), by, words(appeal, review, outcome));
        appeals.openEvenEnded(number).told((n, round, at) -> told);
        clocks.done(told, ClockKind.REVIEW);
        if (outcome == ReviewOutcome.SET_ASIDE) {
            appeals.reopen(number);
            workflow.getObject().setAside(number);
        }
    }

    /** What the resident is told, with the day until which he may go on. */
    private String words(Appeal appeal, Review review, ReviewOutcome outcome) {
        var words = review.stage().label() + "意见：" + outcome.label();
        if (outcome == ReviewOutcome.SET_ASIDE) {
            return words;
        }
        if (review.stage() == ReviewStage.FINAL) {
            return words + "。这是最终意见，仍以同一事实和理由提出的，不再受理";
        }
        var right = rights.give(appeal, ReviewStage.FINAL, clock.instant());
        return right.until() == null ? words : words + "。不服的，可在" + Reviews.lastDay(right.until()) + "前（含当日）申请复核";
    }

    private Review made(Appeal appeal, Actor by) {
        var review = reviews.mine(appeal.number());
        if (review.outside()) {
            throw Refusal.overtaken();
        }
        parties.require(appeal, by.person());
        return review;
    }

    private AppealEvent tell(String number, Actor by, String text) {
        var open = appeals.openEvenEnded(number);
        var event = new AppealEvent.ReviewTold(number, open.state().round(), clock.instant(), by, text);
        open.told((n, round, at) -> event);
        return event;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.ZONE);
    }

    private Instant end(String field, LocalDate day, LocalDate latest) {
        if (!day.isAfter(today())) {
            throw new InvalidInput(field, "要在今天以后", "must be after today");
        }
        if (day.isAfter(latest)) {
            throw new InvalidInput(field, "最晚到" + Times.day(latest), "must not be later than " + latest);
        }
        return day.plusDays(1).atStartOfDay(Times.ZONE).toInstant();
    }
}
