package org.minqing.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept about the results of an appeal beside the words of the timeline. */
@Service
@Transactional
public class Outcomes {

    /** To whom it was passed on. */
    public record Transfer(String receiver, String promise, LocalDate by) {

        /** For everybody, the resident too. */
        public String words() {
            return "转由" + receiver + "办理，对方承诺" + Times.day(by) + "前" + promise;
        }
    }

    private final Appeals appeals;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Outcomes(Appeals appeals, JdbcClient jdbc, InstantSource clock) {
        this.appeals = appeals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What proves the result that somebody reports, or asks leave to report. */
    public void prove(String number, String outcome, Evidence e) {
        jdbc.sql("""
                insert into outcome_evidence (appeal, round, outcome, kind, what, amount, unit, reach, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        round(number),
                        outcome,
                        e.kind().code(),
                        e.what(),
                        e.amount(),
                        e.unit(),
                        e.reach(),
                        TimeColumn.of(clock.instant()))
                .update();
    }

    /** @throws InvalidInput if the promise is for a day that is over */
    public void transferred(String number, Transfer t) {
        var now = clock.instant();
        if (t.by().isBefore(LocalDate.ofInstant(now, Times.ZONE))) {
            throw new InvalidInput("promiseBy", "承诺的日期已经过去", "is in the past");
        }
        jdbc.sql(
                        "insert into outcome_transfer (appeal, round, receiver, promise, promise_by, at) values (?, ?, ?, ?, ?, ?)")
                .params(number, round(number), t.receiver(), t.promise(), t.by(), TimeColumn.of(now))
                .update();
    }

    /**
     * Whether what somebody wrote down is enough for this result.
     *
     * @throws InvalidInput if it is not
     */
    public void check(String number, String outcome, OutcomeRule rule) {
        rule.require(evidence(number, round(number), outcome).orElse(null));
    }

    /**
     * The result that was just reported is one of these.
     *
     * @throws InvalidInput if it is not proved as the rule wants it
     */
    public void reported(String number, OutcomeRule rule) {
        var appeal = appeals.get(number);
        check(number, appeal.outcome(), rule);
        jdbc.sql("""
                insert into outcome (appeal, round, outcome, question, after_no, review_post, at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        appeal.round(),
                        appeal.outcome(),
                        rule.question().code(),
                        rule.afterNo().code(),
                        rule.reviewPost(),
                        TimeColumn.of(clock.instant()))
                .update();
    }

    /** What the resident is asked about the last result; whether it is solved, before there were other questions. */
    @Transactional(readOnly = true)
    public Question asked(Appeal appeal) {
        return rule(appeal).map(OutcomeRule::question).orElse(Question.SOLVED);
    }

    /** What the table said of the last result, without what it asked for as evidence. */
    @Transactional(readOnly = true)
    public Optional<OutcomeRule> rule(Appeal appeal) {
        return jdbc.sql(
                        "select question, after_no, review_post from outcome where appeal = ? and round = ? and outcome = ?")
                .params(appeal.number(), appeal.round(), appeal.outcome())
                .query((rs, row) -> new OutcomeRule(
                        Set.of(),
                        Coded.of(Question.class, rs.getString("question")),
                        Coded.of(AfterNo.class, rs.getString("after_no")),
                        rs.getString("review_post")))
                .optional();
    }

    /** What proves the last result. */
    @Transactional(readOnly = true)
    public Optional<Evidence> evidence(Appeal appeal) {
        return evidence(appeal.number(), appeal.round(), appeal.outcome());
    }

    /** To whom it was passed on in this round. */
    @Transactional(readOnly = true)
    public Optional<Transfer> transfer(Appeal appeal) {
        return jdbc.sql("""
                select receiver, promise, promise_by from outcome_transfer
                where appeal = ? and round = ? order by id desc limit 1""")
                .params(appeal.number(), appeal.round())
                .query((rs, row) -> new Transfer(
                        rs.getString("receiver"), rs.getString("promise"), rs.getObject("promise_by", LocalDate.class)))
                .optional();
    }

    private Optional<Evidence> evidence(String number, int round, String outcome) {
        return jdbc.sql("""
                select kind, what, amount, unit, reach from outcome_evidence
                where appeal = ? and round = ? and outcome = ? order by id desc limit 1""")
                .params(number, round, outcome)
                .query(Outcomes::evidence)
                .optional();
    }

    private static Evidence evidence(ResultSet rs, int row) throws SQLException {
        return new Evidence(
                Coded.of(Evidence.Kind.class, rs.getString("kind")),
                rs.getString("what"),
                rs.getBigDecimal("amount"),
                rs.getString("unit"),
                rs.getString("reach"));
    }

    private int round(String number) {
        return appeals.get(number).round();
    }
}
