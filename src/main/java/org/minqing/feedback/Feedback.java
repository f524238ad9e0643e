package org.minqing.feedback;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the resident says of the result, and what follows. */
@Service
@Transactional
public class Feedback {

    private final Appeals appeals;
    private final ContactGuard contacts;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    // Resolved late: the workflow needs the engine, and the engine's tasks need this class.
    private final ObjectProvider<AppealWorkflow> workflow;

    Feedback(
            Appeals appeals,
            ContactGuard contacts,
            JdbcClient jdbc,
            InstantSource clock,
            ApplicationEventPublisher events,
            ObjectProvider<AppealWorkflow> workflow) {
        this.appeals = appeals;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.workflow = workflow;
    }

    /**
     * The resident rates on the page.
     *
     * @throws Refusal if there is no such code, if there is no result yet, or if it was rated already
     */
    public void rate(String trackingCode, Rating rating) {
        var appeal = appeals.lock(byCode(trackingCode).number());
        if (appeal.status() != AppealStatus.FEEDBACK) {
            throw Refusal.conflict(
                    appeal.status().ended() || rated(appeal) ? "这件诉求已经评价过或已经办结，不能再次评价。" : "还没有办理结果，暂时不能评价。",
                    "There is no result waiting for a rating.");
        }
        record(appeal, Actor.RESIDENT, "portal", rating);
        workflow.getObject().residentRated(appeal.number(), rating.satisfied());
    }

    /** The same, told on the phone to the call-back person, whose task goes on by itself. */
    public void ratedByPhone(String number, Actor by, Rating rating) {
        record(appeals.lock(number), by, "call", rating);
    }

    private boolean rated(Appeal appeal) {
        return jdbc.sql("select count(*) from rating where appeal = ? and round = ?")
                        .params(appeal.number(), appeal.round())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void record(Appeal appeal, Actor by, String source, Rating rating) {
        jdbc.sql("""
                insert into rating (appeal, round, source, grade, resolved, contacted, comment, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal.number(),
                        appeal.round(),
                        source,
                        rating.grade(),
                        rating.resolved(),
                        rating.contacted(),
                        rating.comment(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var text = "居民评价" + rating.label() + (rating.resolved() ? "，问题已解决" : "，问题未解决")
                + (rating.comment() == null || rating.comment().isBlank() ? "" : "：" + rating.comment());
        events.publishEvent(new AppealEvent.Rated(
                appeal.number(),
                appeal.round(),
                clock.instant(),
                by,
                text,
                rating.grade(),
                rating.resolved(),
                rating.contacted()));
        contacts.rated(appeal, source, rating.contacted());
    }

    public void callMissed(String number, Actor by) {
        var appeal = appeals.lock(number);
        events.publishEvent(new AppealEvent.CallMissed(number, appeal.round(), clock.instant(), by, "回访未联系上，继续联系"));
    }

    /** @throws Refusal if there is no such code, or if the appeal has ended */
    public void withdraw(String trackingCode) {
        var appeal = appeals.lock(byCode(trackingCode).number());
        if (appeal.status().ended()) {
            throw Refusal.conflict("这件诉求已经结束，不能撤回。", "The appeal has ended and cannot be withdrawn.");
        }
        workflow.getObject().residentWithdrew(appeal.number());
    }

    /** Dissatisfied: again, one level higher. */
    public void redo(String number) {
        var appeal = appeals.lock(number);
        appeals.nextRound(number);
        events.publishEvent(
                new AppealEvent.RedoStarted(number, appeal.round() + 1, clock.instant(), Actor.SYSTEM, "居民不满意，提级重办"));
    }

    /** No higher rung is left, or too many rounds were made: a supervisor looks at it. */
    public void underReview(String number) {
        appeals.enter(number, AppealStatus.REVIEW);
    }

    public void reviewed(String number, Actor by, String opinion) {
        var appeal = appeals.lock(number);
        events.publishEvent(
                new AppealEvent.Supervised(number, appeal.round(), clock.instant(), by, "督办复核：" + opinion, true));
    }

    /** For colleagues: a supervisor answered an overdue clock. */
    public void supervised(String number, Actor by, String instruction) {
        var appeal = appeals.lock(number);
        events.publishEvent(
                new AppealEvent.Supervised(number, appeal.round(), clock.instant(), by, "督办：" + instruction, false));
    }

    /** A supervisor stepped in. Colleagues read what he says; the resident, that somebody did. */
    public void steppedIn(String number, Actor by, String instruction) {
        supervised(number, by, instruction);
        var appeal = appeals.get(number);
        events.publishEvent(
                new AppealEvent.Supervised(number, appeal.round(), clock.instant(), by, "已督促承办单位抓紧办理", true));
    }

    /** It ends here. */
    public void end(String number, AppealStatus how, Actor by, String text, String mergedInto) {
        var appeal = appeals.lock(number);
        appeals.ended(number, how, clock.instant(), mergedInto);
        events.publishEvent(new AppealEvent.Ended(number, appeal.round(), clock.instant(), by, text));
    }

    private Appeal byCode(String trackingCode) {
        return appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
    }
}
