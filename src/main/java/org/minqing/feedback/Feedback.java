package org.minqing.feedback;

import java.time.InstantSource;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.OpenAppeal;
import org.minqing.database.TimeColumn;
import org.minqing.outcome.Outcomes;
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
    private final Outcomes outcomes;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    // Resolved late: the workflow needs the engine, and the engine's tasks need this class.
    private final ObjectProvider<AppealWorkflow> workflow;

    Feedback(
            Appeals appeals,
            ContactGuard contacts,
            Outcomes outcomes,
            JdbcClient jdbc,
            InstantSource clock,
            ApplicationEventPublisher events,
            ObjectProvider<AppealWorkflow> workflow) {
        this.appeals = appeals;
        this.contacts = contacts;
        this.outcomes = outcomes;
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
        if (!waits(appeal)) {
            throw Refusal.conflict(
                    appeal.status().ended() || rated(appeal) ? "这件诉求已经评价过或已经办结，不能再次评价。" : "还没有办理结果，暂时不能评价。",
                    "There is no result waiting for a rating.");
        }
        if (rating.asked() != outcomes.asked(appeal)) {
            // There is another result since he was asked.
            throw Refusal.overtaken();
        }
        record(appeals.open(appeal.number()), Actor.RESIDENT, "portal", rating);
        workflow.getObject().residentRated(appeal.number(), rating.satisfied());
    }

    /** The same, told on the phone to the call-back person, whose task goes on by itself. */
    public void ratedByPhone(String number, Actor by, Rating rating) {
        record(appeals.open(number), by, "call", rating);
    }

    /**
     * One of several reporters rates what became of the matter. The row is his; his words are read by staff alone. Whoever finds
     * it unsolved, or not well done, has it go on as a dissatisfied resident does; a satisfied one closes it only where his
     * rating stands for the matter. What comes when no rating is waited for is kept, and changes nothing.
     *
     * @param reporter number of his own appeal, which was merged
     * @param stands   whether his rating stands for the matter
     */
    public void ratedTogether(String reporter, Appeal matter, Actor by, String source, Rating rating, boolean stands) {
        var number = matter.number();
        store(reporter, matter, source, rating);
        var text = "一位反映人评价" + rating.words();
        if (matter.status().asksResident() && (stands || !rating.satisfied())) {
            appeals.open(number).rated(by, rating.grade(), rating.answer(), rating.contacted(), text);
            workflow.getObject().residentRated(number, rating.satisfied());
        } else {
            events.publishEvent(
                    new AppealEvent.ReporterActed(number, matter.round(), clock.instant(), by, text, false));
        }
    }

    /** Whether the resident may say now what he thinks of the last result. */
    @Transactional(readOnly = true)
    public boolean waits(Appeal appeal) {
        return appeal.status().asksResident() && !rated(appeal, appeal.outcome());
    }

    private boolean rated(Appeal appeal) {
        return rated(appeal, null);
    }

    /** @param outcome which result of the round; null for any */
    private boolean rated(Appeal appeal, String outcome) {
        return jdbc.sql(
                        "select exists (select from rating where appeal = ? and original is null and round = ? and outcome = coalesce(?, outcome))")
                .params(appeal.number(), appeal.round(), outcome)
                .query(Boolean.class)
                .single();
    }

    private void record(OpenAppeal open, Actor by, String source, Rating rating) {
        var appeal = open.state();
        open.rated(by, rating.grade(), rating.answer(), rating.contacted(), "居民评价" + rating.told());
        store(appeal.number(), appeal, source, rating);
        contacts.rated(appeal, source, rating.contacted());
    }

    /** @param about what had the result: the appeal itself, or what it was merged into */
    private void store(String appeal, Appeal about, String source, Rating rating) {
        jdbc.sql("""
                insert into rating (appeal, original, round, outcome, question, source, grade, resolved, contacted, comment, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal,
                        about.number().equals(appeal) ? null : about.number(),
                        about.round(),
                        about.outcome(),
                        rating.asked().code(),
                        source,
                        rating.grade(),
                        rating.yes(),
                        rating.contacted(),
                        rating.comment(),
                        TimeColumn.of(clock.instant()))
                .update();
    }

    public void callMissed(String number, Actor by) {
        appeals.open(number).callMissed(by, "回访未联系上，继续联系");
    }

    /** Dissatisfied: again, one level higher. */
    public void redo(String number) {
        appeals.open(number).redo("居民不满意，提级重办");
    }

    private Appeal byCode(String trackingCode) {
        return appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
    }
}
