package org.minqing.joint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests, opinions and what else came of them. */
@Repository
class JointRows {

    private final JdbcClient jdbc;

    JointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all rounds, oldest first. */
    List<JointRequest> of(String appeal) {
        return jdbc.sql("""
                select r.*, o.person_as as given_as, o.at as given_at, o.position, o.opinion, o.figure, e.step as ended,
                    e.words as ended_words,
                    (select max(s.at) from joint_step s where s.request = r.id and s.step = 'reminded') as reminded_at
                from joint_request r
                left join joint_opinion o on o.request = r.id
                left join joint_step e on e.request = r.id and e.step in ('released', 'lapsed')
                where r.appeal = ? order by r.id""").param(appeal).query((rs, row) -> map(rs)).list();
    }

    void ask(
            String appeal,
            int round,
            String holding,
            Actor by,
            Instant now,
            String question,
            Instant due,
            Duration every) {
        jdbc.sql("""
                insert into joint_request (appeal, round, holding, asked_by, asked_as, asked_at, question, due_at, remind_every)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal,
                        round,
                        holding,
                        by.person(),
                        by.as(),
                        TimeColumn.of(now),
                        question,
                        TimeColumn.of(due),
                        every.toString())
                .update();
    }

    void give(JointRequest request, Actor by, Instant now, Position position, String text, String figure) {
        jdbc.sql("""
                insert into joint_opinion (request, appeal, person, person_as, at, position, opinion, figure)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        request.id(),
                        request.appeal(),
                        by.person(),
                        by.as(),
                        TimeColumn.of(now),
                        position.code(),
                        text,
                        figure)
                .update();
    }

    /** @param step reminded, overdue, released or lapsed */
    void step(JointRequest request, String step, Actor by, Instant now, String words) {
        jdbc.sql(
                        "insert into joint_step (request, appeal, step, at, person, person_as, words) values (?, ?, ?, ?, ?, ?, ?)")
                .params(request.id(), request.appeal(), step, TimeColumn.of(now), by.person(), by.as(), words)
                .update();
    }

    private static JointRequest map(ResultSet rs) throws SQLException {
        var position = rs.getString("position");
        var ended = rs.getString("ended");
        return new JointRequest(
                rs.getLong("id"),
                rs.getString("appeal"),
                rs.getInt("round"),
                rs.getString("holding"),
                rs.getString("asked_as"),
                TimeColumn.read(rs, "asked_at"),
                rs.getString("question"),
                TimeColumn.read(rs, "due_at"),
                Duration.parse(rs.getString("remind_every")),
                TimeColumn.read(rs, "reminded_at"),
                position == null
                        ? null
                        : new JointRequest.Opinion(
                                rs.getString("given_as"),
                                TimeColumn.read(rs, "given_at"),
                                Coded.of(Position.class, position),
                                rs.getString("opinion"),
                                rs.getString("figure")),
                ended == null ? null : new JointRequest.End(ended.equals("released"), rs.getString("ended_words")));
    }
}
