package org.minqing.merging;

import java.time.InstantSource;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.database.TimeColumn;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.feedback.Feedback;
import org.minqing.feedback.Rating;
import org.minqing.handling.Ending;
import org.minqing.outcome.Outcomes;
import org.minqing.outcome.Question;
import org.minqing.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a reporter does with his own code, alone or as one of several: he rates, and he withdraws. What follows for the matter
 * {@code 0021-each-reporter-for-himself.md} says.
 */
@Service
@Transactional
public class ReporterActs {

    private final Appeals appeals;
    private final Reporters reporters;
    private final Feedback feedback;
    private final Ending ending;
    private final Duties duties;
    private final Outcomes outcomes;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    ReporterActs(
            Appeals appeals,
            Reporters reporters,
            Feedback feedback,
            Ending ending,
            Duties duties,
            Outcomes outcomes,
            JdbcClient jdbc,
            InstantSource clock) {
        this.appeals = appeals;
        this.reporters = reporters;
        this.feedback = feedback;
        this.ending = ending;
        this.duties = duties;
        this.outcomes = outcomes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal if there is no such code, no result yet, or he has rated it or withdrawn */
    public void rate(String trackingCode, Rating rating) {
        var own = held(byCode(trackingCode).number());
        if (own.me().withdrawn()) {
            throw withdrawn();
        }
        if (own.merged()) {
            rate(own, Actor.RESIDENT, "portal", rating);
        } else {
            feedback.rate(trackingCode, rating);
        }
    }

    /** What a reporter is asked about the result of the matter. */
    @Transactional(readOnly = true)
    public Question asked(Appeal own) {
        return outcomes.asked(reporters.original(own));
    }

    /**
     * A merged reporter told it on the phone.
     *
     * @throws Refusal also if whoever called him has handled the matter, or his appeal was not merged
     */
    public void ratedByPhone(String number, Actor by, Rating rating) {
        var own = held(number);
        if (!own.merged()) {
            throw Refusal.conflict("这件诉求没有并入别的诉求，请在回访任务中登记。", "It was not merged; use the task of the call-back.");
        }
        if (own.me().withdrawn()) {
            throw withdrawn();
        }
        duties.require(own.original().number(), by.person(), Duty.CALLING_BACK);
        rate(own, by, "call", rating);
    }

    private void rate(Reporters.Part own, Actor by, String source, Rating rating) {
        if (!own.mayRate()) {
            throw Refusal.conflict(
                    own.me().rating() != null ? "已经评价过，不能再次评价。" : "还没有办理结果，暂时不能评价。",
                    "There is no result waiting for this rating.");
        }
        if (rating.asked() != outcomes.asked(own.original())) {
            // There is another result since he was asked.
            throw Refusal.overtaken();
        }
        var first = reporters.first(own.original()).orElseThrow();
        feedback.ratedTogether(
                own.own().number(),
                own.original(),
                by,
                source,
                rating,
                first.number().equals(own.own().number()));
    }

    /**
     * The matter ends with the last of its reporters.
     *
     * @throws Refusal if there is no such code, he has withdrawn already, or the matter has ended
     */
    public void withdraw(String trackingCode) {
        var own = held(byCode(trackingCode).number());
        if (own.me().withdrawn()) {
            throw withdrawn();
        }
        if (own.voices() > 1 && !own.original().status().ended()) {
            takeBack(own);
            var text = "一位反映人撤回，同一事项还有 " + (own.voices() - 1) + " 人反映，继续办理";
            appeals.open(own.original().number())
                    .told((n, round, at) -> new AppealEvent.ReporterActed(n, round, at, Actor.RESIDENT, text, false));
            return;
        }
        ending.withdraw(own.original().trackingCode());
        if (own.merged()) {
            takeBack(own);
        }
    }

    private void takeBack(Reporters.Part own) {
        jdbc.sql("insert into reporter_withdrawal (appeal, original, at) values (?, ?, ?)")
                .params(own.own().number(), own.original().number(), TimeColumn.of(clock.instant()))
                .update();
    }

    /** The matter is his to act on until the transaction ends, whatever it was merged into while he waited. */
    private Reporters.Part held(String number) {
        var held = appeals.lock(reporters.original(appeals.get(number)).number());
        while (held.mergedInto() != null) {
            held = appeals.lock(held.mergedInto());
        }
        return reporters.part(appeals.get(number));
    }

    private Appeal byCode(String trackingCode) {
        return appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
    }

    private static Refusal withdrawn() {
        return Refusal.conflict("您已经撤回自己的反映。", "This reporter has withdrawn.");
    }
}
