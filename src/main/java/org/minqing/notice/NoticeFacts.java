package org.minqing.notice;

import java.time.InstantSource;
import java.util.Map;
import org.minqing.appeal.AppealEvent;
import org.minqing.database.TimeColumn;
import org.minqing.note.Mentioned;
import org.minqing.sla.due.LimitReached;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what somebody is to hear of, in the transaction in which it happens: neither is there without the other. */
@Component
public class NoticeFacts {

    private static final Map<Class<? extends AppealEvent>, Fact> OF_EVENTS = Map.of(
            AppealEvent.Received.class, Fact.RECEIVED,
            AppealEvent.Responded.class, Fact.RESPONDED,
            AppealEvent.Returned.class, Fact.RETURNED,
            AppealEvent.ResidentAsked.class, Fact.ASKED,
            AppealEvent.ResidentAnswered.class, Fact.QUESTION_ANSWERED,
            AppealEvent.Reminded.class, Fact.URGED,
            AppealEvent.Corrected.class, Fact.CORRECTED,
            AppealEvent.LimitMoved.class, Fact.PROMISE_MOVED,
            AppealEvent.Resulted.class, Fact.RESULT);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    NoticeFacts(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A task of an appeal lies with somebody; called where tasks are made. */
    public void offered(String number, String task) {
        note(Fact.NEW_TASK, number, task, null);
    }

    @EventListener
    void on(AppealEvent e) {
        var fact = OF_EVENTS.get(e.getClass());
        if (fact != null) {
            note(fact, e.number(), null, null);
        }
    }

    @EventListener
    void on(LimitReached e) {
        note(e.over() ? Fact.OVERDUE : Fact.DUE_SOON, e.appeal(), null, null);
    }

    @EventListener
    void on(Mentioned e) {
        note(Fact.MENTIONED, e.appeal(), null, e.person());
    }

    private void note(Fact fact, String number, String task, String person) {
        jdbc.sql("""
                        insert into notice_fact (code, locality, appeal, task, person, at)
                        select ?, locality, number, ?, ?, ? from appeal where number = ?""")
                .params(fact.code(), task, person, TimeColumn.of(clock.instant()), number)
                .update();
    }
}
