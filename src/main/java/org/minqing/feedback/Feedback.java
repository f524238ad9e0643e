package org.minqing.feedback;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.OpenAppeal;
import org.minqing.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
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
    // Resolved late: the workflow needs the engine, and the engine's tasks need this class.
    private final ObjectProvider<AppealWorkflow> workflow;

    Feedback(
            Appeals appeals,
            ContactGuard contacts,
            JdbcClient jdbc,
            InstantSource clock,
            ObjectProvider<AppealWorkflow> workflow) {
        this.appeals = appeals;
        this.contacts = contacts;
        this.jdbc = jdbc;
        this.clock = clock;
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
        record(appeals.open(appeal.number()), Actor.RESIDENT, "portal", rating);
        workflow.getObject().residentRated(appeal.number(), rating.satisfied());
    }

    /** The same, told on the phone to the call-back person, whose task goes on by itself. */
    public void ratedByPhone(String number, Actor by, Rating rating) {
        record(appeals.open(number), by, "call", rating);
    }

    private boolean rated(Appeal appeal) {
        return jdbc.sql("select count(*) from rating where appeal = ? and round = ?")
                        .params(appeal.number(), appeal.round())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void record(OpenAppeal open, Actor by, String source, Rating rating) {
        var appeal = open.state();
        var text = "居民评价" + rating.label() + (rating.resolved() ? "，问题已解决" : "，问题未解决")
                + (rating.comment() == null || rating.comment().isBlank() ? "" : "：" + rating.comment());
        open.rated(by, rating.grade(), rating.resolved(), rating.contacted(), text);
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
        contacts.rated(appeal, source, rating.contacted());
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
