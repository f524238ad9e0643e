package org.minqing.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans and what happened to them, in SQL. */
@Repository
class PlanRows {

    /** A step as it stands in the table. */
    record Row(Step step, Instant at, Actor by, LocalDate day, LocalDate review, String outcome, String words) {}

    /**
     * Since when, or from when, plans that go on are late: the resident should have heard, or it should be done. That it was
     * written down as missed moves the next timer, and makes nothing punctual.
     */
    static final String LIMITS = """
            select p.appeal, (1 + least(
                (select s.day from plan_step s where s.appeal = p.appeal and s.round = p.round
                    and (s.step = 'made' or s.step = 'granted' and s.day is not null) order by s.id desc limit 1),
                ((select s.at from plan_step s where s.appeal = p.appeal and s.round = p.round
                    and s.step in ('made', 'heard') order by s.id desc limit 1)
                    at time zone '%s' + p.feedback_every::interval)::date))::timestamp at time zone '%s' as due_at
            from plan p join appeal a on a.number = p.appeal and a.closed_at is null
            where p.feedback_every is not null and not exists (
                select from plan_step s where s.appeal = p.appeal and s.round = p.round and s.step = 'ended')""".replace("%s", Times.ZONE.getId());

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String appeal, int round, String words, String unit, Actor by, Instant at) {
        jdbc.sql("""
                insert into plan (appeal, round, words, unit, made_by, made_as, made_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(appeal, round, words, unit, by.person(), by.as(), TimeColumn.of(at))
                .update();
    }

    void follow(String appeal, int round, Period every, String post) {
        jdbc.sql("update plan set feedback_every = ?, post = ? where appeal = ? and round = ?")
                .params(every.toString(), post, appeal, round)
                .update();
    }

    void add(String appeal, int round, Row s) {
        jdbc.sql("""
                insert into plan_step (appeal, round, step, at, person, person_as, day, review, outcome, words)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal,
                        round,
                        s.step().code(),
                        TimeColumn.of(s.at()),
                        s.by().person(),
                        s.by().as(),
                        s.day(),
                        s.review(),
                        s.outcome(),
                        s.words())
                .update();
    }

    /** The last plan of an appeal, running or not. */
    Optional<Plan> latest(String appeal) {
        return jdbc.sql("select * from plan where appeal = ? order by round desc limit 1")
                .param(appeal)
                .query((rs, i) -> new Plan(
                        appeal,
                        rs.getInt("round"),
                        rs.getString("words"),
                        rs.getString("unit"),
                        every(rs.getString("feedback_every")),
                        rs.getString("post"),
                        steps(appeal, rs.getInt("round"))))
                .optional();
    }

    /** Empty if no plan of this appeal goes on. */
    Optional<Instant> dueAt(String appeal) {
        return jdbc.sql("select due_at from (" + LIMITS + ") l where appeal = ?")
                .param(appeal)
                .query((rs, i) -> TimeColumn.read(rs, "due_at"))
                .optional();
    }

    private static Period every(String kept) {
        return kept == null ? null : Period.parse(kept);
    }

    private List<Row> steps(String appeal, int round) {
        return jdbc.sql("select * from plan_step where appeal = ? and round = ? order by id")
                .params(appeal, round)
                .query(PlanRows::row)
                .list();
    }

    private static Row row(ResultSet rs, int i) throws SQLException {
        return new Row(
                Coded.of(Step.class, rs.getString("step")),
                TimeColumn.read(rs, "at"),
                new Actor(rs.getString("person"), rs.getString("person_as")),
                rs.getObject("day", LocalDate.class),
                rs.getObject("review", LocalDate.class),
                rs.getString("outcome"),
                rs.getString("words"));
    }
}
