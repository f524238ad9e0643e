package org.minqing.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews in the database: rows are added and never changed. Whoever writes holds the lock of the appeal. */
@Repository
class ReviewRows {

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void right(String appeal, int round, Instant at, Right right) {
        jdbc.sql("insert into review_right (appeal, round, stage, at, why_not, until_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        appeal,
                        round,
                        right.stage().code(),
                        TimeColumn.of(at),
                        right.whyNot(),
                        right.until() == null ? null : TimeColumn.of(right.until()))
                .update();
    }

    /** The latest for that review in that round. */
    Optional<Right> right(String appeal, int round, ReviewStage stage) {
        return jdbc.sql("""
                select why_not, until_at from review_right where appeal = ? and round = ? and stage = ?
                order by id desc limit 1""")
                .params(appeal, round, stage.code())
                .query((rs, row) -> new Right(stage, rs.getString("why_not"), TimeColumn.read(rs, "until_at")))
                .optional();
    }

    void ask(String appeal, int round, ReviewStage stage, String reporter, Actor by, Instant at, Asked asked) {
        jdbc.sql("""
                insert into review_request (appeal, round, stage, reporter, asked_by, asked_as, asked_at, reason, outside, receiver, unit)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal,
                        round,
                        stage.code(),
                        reporter,
                        by.person(),
                        by.as(),
                        TimeColumn.of(at),
                        asked.reason(),
                        asked.outside(),
                        asked.receiver(),
                        asked.unit())
                .update();
    }

    /** What is asked for, who answers, and the code of the unit that has it here. */
    record Asked(String reason, boolean outside, String receiver, String unit) {}

    /** @param kind hearing, passedOn or withdrawn */
    void step(Review review, String kind, Actor by, Instant at, String words, Instant until) {
        jdbc.sql("""
                insert into review_step (request, appeal, step, at, person, person_as, words, until_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        review.id(),
                        review.appeal(),
                        kind,
                        TimeColumn.of(at),
                        by.person(),
                        by.as(),
                        words,
                        until == null ? null : TimeColumn.of(until))
                .update();
    }

    void answer(Review review, Actor by, Instant at, ReviewOutcome outcome, String opinion) {
        jdbc.sql("""
                insert into review_answer (request, appeal, person, person_as, at, outcome, opinion)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(review.id(), review.appeal(), by.person(), by.as(), TimeColumn.of(at), outcome.code(), opinion)
                .update();
    }

    /** Of all rounds, oldest first. */
    List<Review> of(String appeal) {
        var steps = jdbc
                .sql("select * from review_step where appeal = ? order by id")
                .param(appeal)
                .query((rs, row) -> Map.entry(rs.getLong("request"), step(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("""
                select r.*, a.person, a.person_as, a.at as answered_at, a.outcome, a.opinion
                from review_request r left join review_answer a on a.request = r.id where r.appeal = ? order by r.id""")
                .param(appeal)
                .query((rs, row) -> review(rs, steps.getOrDefault(rs.getLong("id"), List.of())))
                .list();
    }

    /** The units whose people responded to it, were there or reported a result, in whatever round. */
    Set<String> handlingUnits(String appeal) {
        return Set.copyOf(jdbc.sql("""
                select distinct unit from sla_ledger where appeal = ? and clock in ('RESPOND', 'ARRIVE', 'RESOLVE')
                  and kind in ('MET', 'DONE_LATE') and actor <> ''""").param(appeal).query(String.class).list());
    }

    private static Review.Step step(ResultSet rs) throws SQLException {
        return new Review.Step(
                rs.getString("step"),
                TimeColumn.read(rs, "at"),
                rs.getString("person_as"),
                rs.getString("words"),
                TimeColumn.read(rs, "until_at"));
    }

    private static Review review(ResultSet rs, List<Review.Step> steps) throws SQLException {
        var outcome = rs.getString("outcome");
        return new Review(
                rs.getLong("id"),
                rs.getString("appeal"),
                rs.getInt("round"),
                Coded.of(ReviewStage.class, rs.getString("stage")),
                rs.getString("reporter"),
                rs.getString("asked_as"),
                TimeColumn.read(rs, "asked_at"),
                rs.getString("reason"),
                rs.getBoolean("outside"),
                rs.getString("receiver"),
                steps,
                outcome == null
                        ? null
                        : new Review.Answer(
                                rs.getString("person"),
                                rs.getString("person_as"),
                                TimeColumn.read(rs, "answered_at"),
                                Coded.of(ReviewOutcome.class, outcome),
                                rs.getString("opinion")));
    }
}
