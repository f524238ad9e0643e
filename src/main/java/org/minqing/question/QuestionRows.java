package org.minqing.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code resident_question} with {@code resident_answer} and {@code resident_question_end}: nothing in them is ever changed. */
@Repository
class QuestionRows {

    private static final String SELECT = """
            select q.id, q.appeal, q.asked_by, q.asked_as, q.asked_at, q.question, q.expires_at, q.pause,
              a.answered_as, a.answered_at, a.answer, e.outcome
            from resident_question q left join resident_answer a on a.question = q.id
              left join resident_question_end e on e.question = q.id
            """;

    /** A question whose time is over at {@code :now}, and of which that was not written down. */
    private static final String OVER = """
            from resident_question q join appeal p on p.number = q.appeal where p.closed_at is null and q.expires_at < :now
              and not exists (select from resident_answer a where a.question = q.id)
              and not exists (select from resident_question_end e where e.question = q.id)
            """;

    private final JdbcClient jdbc;

    QuestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<ResidentQuestion> of(String number) {
        return jdbc.sql(SELECT + "where q.appeal = ? order by q.id")
                .param(number)
                .query((rs, row) -> map(rs))
                .list();
    }

    List<ResidentQuestion> waiting(String locality, Instant now, int most) {
        return jdbc.sql(SELECT + """
                        join appeal p on p.number = q.appeal
                        where a.question is null and e.question is null and q.expires_at >= ? and p.closed_at is null
                          and p.locality = ? order by q.expires_at, q.id limit ?""")
                .params(TimeColumn.of(now), locality, most)
                .query((rs, row) -> map(rs))
                .list();
    }

    void ask(String number, Actor by, Instant at, String question, Instant expiresAt, boolean pause) {
        jdbc.sql("insert into resident_question (appeal, asked_by, asked_as, asked_at, question, expires_at, pause)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(number, by.person(), by.as(), TimeColumn.of(at), question, TimeColumn.of(expiresAt), pause)
                .update();
    }

    void answer(String number, long question, Actor by, Instant at, String answer) {
        jdbc.sql("insert into resident_answer (question, appeal, answered_by, answered_as, answered_at, answer)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(question, number, by.person(), by.as(), TimeColumn.of(at), answer)
                .update();
    }

    void end(ResidentQuestion question, Instant at, QuestionState outcome) {
        jdbc.sql("insert into resident_question_end (question, appeal, ended_at, outcome) values (?, ?, ?, ?)")
                .params(question.id(), question.appeal(), TimeColumn.of(at), outcome.code())
                .update();
    }

    /** Numbers of appeals with questions whose time is over, the longest over first. */
    List<String> over(Instant now, int most) {
        return jdbc.sql("select q.appeal " + OVER + "group by q.appeal order by min(q.expires_at) limit :most")
                .param("now", TimeColumn.of(now))
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static ResidentQuestion map(ResultSet rs) throws SQLException {
        var outcome = rs.getString("outcome");
        return new ResidentQuestion(
                rs.getLong("id"),
                rs.getString("appeal"),
                rs.getString("asked_by"),
                rs.getString("asked_as"),
                TimeColumn.read(rs, "asked_at"),
                rs.getString("question"),
                TimeColumn.read(rs, "expires_at"),
                rs.getBoolean("pause"),
                rs.getString("answered_as"),
                TimeColumn.read(rs, "answered_at"),
                rs.getString("answer"),
                outcome == null ? null : Coded.of(QuestionState.class, outcome));
    }
}
