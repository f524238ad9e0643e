package org.minqing.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.database.TimeColumn;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions to the resident (向居民提问), for whoever may not know who he is and for everybody else. The resident answers on the page
 * of his tracking code, or whoever may call him passes both on. Neither is in the timeline, which tells only that it happened.
 */
@Service
public class ResidentQuestions {

    private static final int LONGEST = 300;

    /** As many may wait: a resident is not to be questioned like a suspect. */
    private static final int MOST_OPEN = 3;

    private static final String SELECT = """
            select q.id, q.appeal, q.asked_by, q.asked_as, q.asked_at, q.question, a.answered_as, a.answered_at, a.answer
            from resident_question q left join resident_answer a on a.question = q.id
            """;

    private final Appeals appeals;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    ResidentQuestions(Appeals appeals, JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Oldest first. */
    public List<ResidentQuestion> of(String number) {
        return read(SELECT + "where q.appeal = ? order by q.id", number);
    }

    /** What waits in a locality for somebody to call, oldest first; of appeals that have not ended, and that whoever reads may see. */
    public List<ResidentQuestion> waiting(String locality, int most) {
        return jdbc.sql(SELECT + """
                        join appeal p on p.number = q.appeal
                        where a.question is null and p.closed_at is null and p.locality = ? order by q.id limit ?""")
                .params(locality, most)
                .query((rs, row) -> map(rs))
                .list();
    }

    /**
     * The caller has checked that this person may see the appeal.
     *
     * @throws InvalidInput if there is no question, or too long a one
     * @throws Refusal      if the appeal has ended, or too many wait already
     */
    @Transactional
    public void ask(String number, Actor by, String question) {
        var text = text("question", question, "请写下要问的事");
        var open = appeals.open(number);
        if (of(number).stream().filter(ResidentQuestion::open).count() >= MOST_OPEN) {
            throw Refusal.conflict(
                    "已有 " + MOST_OPEN + " 个问题等居民答复，请等他答复后再问。", "Too many questions wait for the resident.");
        }
        jdbc.sql(
                        "insert into resident_question (appeal, asked_by, asked_as, asked_at, question) values (?, ?, ?, ?, ?)")
                .params(number, by.person(), by.as(), TimeColumn.of(clock.instant()), text)
                .update();
        events.publishEvent(
                new AppealEvent.ResidentAsked(number, open.state().round(), clock.instant(), by, "有问题需要您答复，请看本页上方"));
    }

    /** @throws Refusal if nobody holds that code, there is no such question of his appeal, or it was answered */
    @Transactional
    public void answer(String trackingCode, long question, String answer) {
        var appeal = appeals.findByTrackingCode(trackingCode).orElseThrow(Refusal::notFound);
        answer(appeal.number(), question, Actor.RESIDENT, answer, "答复了问题");
    }

    /** The same by whoever called the resident; the caller has checked that he may. */
    @Transactional
    public void passOn(String number, long question, Actor by, String answer) {
        answer(number, question, by, answer, "代为联系居民，转达了答复");
    }

    private void answer(String number, long question, Actor by, String answer, String told) {
        var text = text("answer", answer, "请写下答复");
        var open = appeals.open(number);
        var asked =
                of(number).stream().filter(q -> q.id() == question).findFirst().orElseThrow(Refusal::notFound);
        if (!asked.open()) {
            throw Refusal.conflict("这个问题已经答复过了。", "That question was answered already.");
        }
        jdbc.sql("insert into resident_answer (question, appeal, answered_by, answered_as, answered_at, answer)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(question, number, by.person(), by.as(), TimeColumn.of(clock.instant()), text)
                .update();
        events.publishEvent(
                new AppealEvent.ResidentAnswered(number, open.state().round(), clock.instant(), by, told));
    }

    /** @throws Refusal if it is none: such a question there never was */
    public static long id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }

    private static String text(String field, String typed, String missing) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput(field, missing, "is required");
        }
        TextRule.flaw(field, text, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }

    private List<ResidentQuestion> read(String sql, String param) {
        return jdbc.sql(sql).param(param).query((rs, row) -> map(rs)).list();
    }

    private static ResidentQuestion map(ResultSet rs) throws SQLException {
        return new ResidentQuestion(
                rs.getLong("id"),
                rs.getString("appeal"),
                rs.getString("asked_by"),
                rs.getString("asked_as"),
                TimeColumn.read(rs, "asked_at"),
                rs.getString("question"),
                rs.getString("answered_as"),
                TimeColumn.read(rs, "answered_at"),
                rs.getString("answer"));
    }
}
