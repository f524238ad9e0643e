package org.minqing.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.OpenAppeal;
import org.minqing.plan.PlanRows.Row;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.sla.due.LimitMoved;
import org.minqing.time.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with a plan, in the words of the timeline. It ends when it is done, or with reasons that another person accepts. */
@Service
@Transactional
public class Plans {

    private final PlanRows rows;
    private final Appeals appeals;
    private final InstantSource clock;
    private final PlanDays days;
    private final ApplicationEventPublisher events;

    Plans(PlanRows rows, Appeals appeals, InstantSource clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.appeals = appeals;
        this.clock = clock;
        this.events = events;
        days = new PlanDays(clock);
    }

    /** The last plan of an appeal that has one. */
    @Transactional(readOnly = true)
    public Optional<Plan> latest(String number) {
        return rows.latest(number);
    }

    /** The plan that is carried out now. */
    @Transactional(readOnly = true)
    public Optional<Plan> running(String number) {
        return rows.latest(number).filter(plan -> !plan.ended());
    }

    /**
     * The result is a plan.
     *
     * @param until  the day that is promised
     * @param review when a supervisor looks at it; null if nobody says so
     * @param text   the result as the resident reads it
     * @throws InvalidInput if a day is over, or the review comes after the end
     */
    public void make(
            String number, Actor by, String outcome, String words, LocalDate until, LocalDate review, String text) {
        days.requireAhead("planUntil", until, "预计完成日期");
        days.requireReview("planReview", review, until);
        var open = appeals.open(number);
        var round = open.state().round();
        rows.insert(number, round, words, open.state().handlingUnit(), by, clock.instant());
        add(number, round, Step.MADE, by, until, review, null, null);
        open.planned(by, outcome, text);
        told(open, Actor.SYSTEM, "已列入计划，预计" + Times.day(until) + "前完成", true, "PLANNED", "until=" + until);
    }

    /**
     * How the plan that was just made is followed.
     *
     * @param longest from today; what is promised for later is no promise
     * @throws InvalidInput if it is for later
     */
    public void follow(String number, Period every, String post, Period longest) {
        var plan = current(number);
        if (plan.until().isAfter(days.today().plus(longest))) {
            throw new InvalidInput(
                    "planUntil",
                    "最迟填到" + Times.day(days.today().plus(longest)),
                    "must not be after " + days.today().plus(longest));
        }
        rows.follow(number, plan.round(), every, post);
    }

    /** The resident hears how it stands. */
    public void heard(String number, Actor by, String words) {
        var plan = current(number);
        add(number, plan.round(), Step.HEARD, by, null, null, null, words);
        appeals.open(number).progressed(by, "阶段反馈：" + words);
    }

    /** @throws InvalidInput if that day is over, or is the one that holds */
    public void askMove(String number, Actor by, LocalDate until, String why) {
        days.requireAhead("newUntil", until, "新的完成日期");
        var plan = current(number);
        if (until.equals(plan.until())) {
            throw new InvalidInput("newUntil", "这就是现在的完成日期", "is the date that holds already");
        }
        ask(number, plan, Step.MOVE_ASKED, by, until, null, why);
    }

    /** @param text the result as the resident will read it */
    public void askEnd(String number, Actor by, String outcome, String text) {
        ask(number, current(number), Step.END_ASKED, by, null, outcome, text);
    }

    private void ask(String number, Plan plan, Step step, Actor by, LocalDate until, String outcome, String words) {
        add(number, plan.round(), step, by, until, null, outcome, words);
        noted(appeals.open(number), by, current(number).request().orElseThrow().told());
    }

    /**
     * Another person decides on what the handler asked for.
     *
     * @return whether the plan is over
     * @throws Refusal if nothing waits, or he asked himself
     */
    public boolean decide(String number, Actor by, boolean granted, String opinion) {
        var plan = current(number);
        var asked = plan.request().orElseThrow(Refusal::overtaken);
        asked.requireAnother(by.person());
        add(
                number,
                plan.round(),
                granted ? Step.GRANTED : Step.REFUSED,
                by,
                granted ? asked.until() : null,
                null,
                null,
                opinion);
        var open = appeals.open(number);
        noted(open, by, (granted ? "同意" : "不同意") + asked.told() + "。审批意见：" + opinion);
        if (granted && asked.until() != null) {
            var moved = Times.day(plan.until()) + "改为" + Times.day(asked.until());
            told(open, by, "预计完成日期由" + moved + "：" + asked.words(), true, "PLAN_MOVED", "until=" + asked.until());
        }
        if (granted && asked.outcome() != null) {
            end(open, plan, asked.by(), asked.outcome(), asked.words());
            return true;
        }
        return false;
    }

    /** @throws Refusal if this person asked for what is to be decided */
    @Transactional(readOnly = true)
    public void requireAnotherPerson(String number, String person) {
        current(number).request().ifPresent(asked -> asked.requireAnother(person));
    }

    /** The works are done: the resident is asked whether it is solved. */
    public void done(String number, Actor by, String outcome, String text) {
        end(appeals.open(number), current(number), by, outcome, text);
    }

    private void end(OpenAppeal open, Plan plan, Actor by, String outcome, String text) {
        add(plan.appeal(), plan.round(), Step.ENDED, by, null, null, outcome, null);
        told(open, by, "挂账结束", false, "PLAN_ENDED", "outcome=" + outcome + ";until=" + plan.until());
        open.resulted(by, outcome, text);
    }

    /**
     * A supervisor looked at it.
     *
     * @param next when he looks again; null if he need not
     */
    public void reviewed(String number, Actor by, String instruction, LocalDate next) {
        var plan = current(number);
        days.requireReview("nextReview", next, null);
        add(number, plan.round(), Step.REVIEWED, by, null, next, null, instruction);
        noted(appeals.open(number), by, "挂账督办：" + instruction);
    }

    /** @throws Refusal if no plan of this appeal is carried out now */
    @Transactional(readOnly = true)
    public void require(String number) {
        current(number);
    }

    /** When something of it falls due next. */
    @Transactional(readOnly = true)
    public Instant nextAt(String number) {
        return current(number).next().at();
    }

    /** From when it is late; empty if no plan of this appeal is carried out. */
    @Transactional(readOnly = true)
    public Optional<Instant> dueAt(String number) {
        return rows.dueAt(number);
    }

    /** Writes down the earliest that is due by now: there may be none, because the resident has heard meanwhile. */
    public Optional<Plan.Due> recordNext(String number) {
        appeals.lock(number);
        var plan = current(number);
        var next = plan.next();
        if (next.at().isAfter(clock.instant())) {
            return Optional.empty();
        }
        var open = appeals.open(number);
        var day = Times.day(next.day());
        switch (next.due()) {
            case FEEDBACK -> late(open, "挂账反馈逾期：应于" + day + "前反馈", "what=feedback;due=" + next.day());
            case REVIEW -> noted(open, Actor.SYSTEM, "挂账到了查看的日子");
            case END -> late(open, "挂账未按期完成：预计" + day + "前完成", "what=end;due=" + next.day());
        }
        add(number, plan.round(), next.due().step(), Actor.SYSTEM, next.day(), null, null, null);
        return Optional.of(next.due());
    }

    private static void told(OpenAppeal open, Actor by, String text, boolean visible, String fact, String codes) {
        open.told((n, round, at) -> new AppealEvent.PlanTold(n, round, at, by, text, visible, fact, codes));
    }

    private static void noted(OpenAppeal open, Actor by, String text) {
        told(open, by, text, false, null, null);
    }

    private static void late(OpenAppeal open, String text, String codes) {
        told(open, Actor.SYSTEM, text, false, "PLAN_LATE", codes);
    }

    private void add(
            String number,
            int round,
            Step step,
            Actor by,
            LocalDate day,
            LocalDate review,
            String outcome,
            String words) {
        rows.add(number, round, new Row(step, clock.instant(), by, day, review, outcome, words));
        events.publishEvent(new LimitMoved(number));
    }

    private Plan current(String number) {
        return running(number).orElseThrow(Refusal::overtaken);
    }
}
