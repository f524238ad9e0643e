package org.minqing.joint;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.database.TimeColumn;
import org.minqing.time.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Joint consultations (联合会商, S0-22): the lead sat together with others, also from outside. The resident reads what came of it. */
@Service
public class Consultations {

    /** @param tookPart organisations and roles, no names */
    public record Consultation(String personAs, Instant heldAt, String tookPart, String outcome) {}

    private final Appeals appeals;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Consultations(Appeals appeals, JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** In the transaction that completes the task of whoever handles it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void held(String number, Actor by, Instant heldAt, String tookPart, String outcome) {
        var appeal = appeals.open(number).state();
        var now = clock.instant();
        jdbc.sql("""
                insert into consultation (appeal, round, person, person_as, recorded_at, held_at, took_part, outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        appeal.round(),
                        by.person(),
                        by.as(),
                        TimeColumn.of(now),
                        TimeColumn.of(heldAt),
                        tookPart,
                        outcome)
                .update();
        events.publishEvent(new AppealEvent.Consulted(
                number, appeal.round(), now, by, "联合会商（" + tookPart + "，" + Times.words(heldAt) + "）：" + outcome));
    }

    /** Oldest first. */
    public List<Consultation> of(String number) {
        return jdbc.sql("select * from consultation where appeal = ? order by id")
                .param(number)
                .query((rs, row) -> new Consultation(
                        rs.getString("person_as"),
                        TimeColumn.read(rs, "held_at"),
                        rs.getString("took_part"),
                        rs.getString("outcome")))
                .list();
    }
}
