package org.minqing.appeal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minqing.database.DatabaseClock;
import org.minqing.database.TimeColumn;
import org.minqing.database.TransactionMemo;
import org.minqing.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All appeals. Each change says what happened; each needs a transaction of the caller. */
@Repository
public class Appeals {

    private final TransactionMemo<Optional<Appeal>> memo = new TransactionMemo<>();
    private final TransactionMemo<Boolean> held = new TransactionMemo<>();
    private final DatabaseClock clock;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Appeals(DatabaseClock clock, JdbcClient jdbc, ObjectMapper json) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Appeal> find(String number) {
        return memo.get(number, () -> one("number = ?", number));
    }

    public Optional<Appeal> findByTrackingCode(String code) {
        return one("tracking_code = ?", code);
    }

    /** Those of these numbers that there are, by number, in one look. */
    public Map<String, Appeal> all(Collection<String> numbers) {
        return jdbc
                .sql("select * from appeal where number = any (?)")
                .param(numbers.toArray(String[]::new))
                .query(this::map)
                .list()
                .stream()
                .collect(Collectors.toMap(Appeal::number, Function.identity()));
    }

    /** The latest that somebody wrote down for residents, newest first. */
    public List<Appeal> recordedBy(String person, int most) {
        return jdbc.sql("select * from appeal where recorded_by = ? order by submitted_at desc limit ?")
                .params(person, most)
                .query(this::map)
                .list();
    }

    /** @throws Refusal if there is none */
    public Appeal get(String number) {
        return find(number).orElseThrow(Refusal::notFound);
    }

    /**
     * The same, held until the transaction ends: for acts that must not happen twice. Whoever had to wait acts when he gets
     * his turn: the time that the transaction has read before goes on, once. Others may meanwhile write rows that refer to the appeal.
     */
    public Appeal lock(String number) {
        memo.forget(number);
        var appeal = memo.get(number, () -> one("number = ? for no key update", number))
                .orElseThrow(Refusal::notFound);
        held.get(number, () -> {
            clock.goOn();
            return true;
        });
        return appeal;
    }

    private Optional<Appeal> one(String condition, String value) {
        return jdbc.sql("select * from appeal where " + condition)
                .param(value)
                .query(this::map)
                .optional();
    }

    /** What the resident said, unedited (S4-6). */
    public String originalWords(String number) {
        return jdbc.sql("select description from appeal_original where appeal = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    public void register(Appeal a, Double lng, Double lat, String description) {
        memo.forget(a.number());
        jdbc.sql("""
                with a as (
                  insert into appeal (number, locality, channel, category, unit, address, lng, lat, title, facts,
                      tracking_code, submitted_at, recorded_by, status, respond_unit)
                  values (:number, :locality, :channel, :category, :unit, :address, :lng, :lat, :title, :facts::jsonb,
                      :trackingCode, :submittedAt, :recordedBy, :status, :unit))
                insert into appeal_original (appeal, description) values (:number, :description)""")
                .param("number", a.number())
                .param("locality", a.locality())
                .param("channel", a.channel())
                .param("category", a.category())
                .param("unit", a.unit())
                .param("address", a.address())
                .param("lng", lng)
                .param("lat", lat)
                .param("title", a.title())
                .param("facts", write(a.facts()))
                .param("trackingCode", a.trackingCode())
                .param("submittedAt", TimeColumn.of(a.submittedAt()))
                .param("recordedBy", a.recordedBy())
                .param("status", a.status().name())
                .param("description", description)
                .update();
    }

    /** The decisions of this round, all at once. */
    public void decided(
            String number, String urgency, String urgencyName, TierChoice tier, Responsibility who, Limits limits) {
        memo.forget(number);
        jdbc.sql("""
                update appeal set urgency = ?, urgency_name = ?, tier = ?, tier_name = ?, route = ?, respond_posts = ?,
                    handling_unit = ?, handling_post = ?, assist_posts = ?, answer_within = ? where number = ?""")
                .params(List.of(
                        urgency,
                        urgencyName,
                        tier.tier(),
                        tier.name(),
                        tier.route(),
                        String.join(",", who.respondPosts()),
                        who.unit(),
                        who.post(),
                        String.join(",", who.assistPosts()),
                        limits.answerWithin().toString(),
                        number))
                .update();
    }

    public void enter(String number, AppealStatus status) {
        memo.forget(number);
        jdbc.sql("update appeal set status = ? where number = ?")
                .params(status.name(), number)
                .update();
    }

    public void respondBy(String number, String respondUnit, String place) {
        memo.forget(number);
        jdbc.sql("update appeal set respond_unit = ?, unit = ? where number = ?")
                .params(respondUnit, place, number)
                .update();
    }

    public void handledBy(String number, String unit, String post) {
        memo.forget(number);
        jdbc.sql("update appeal set handling_unit = ?, handling_post = ? where number = ?")
                .params(unit, post, number)
                .update();
    }

    public void resulted(String number, String outcome) {
        memo.forget(number);
        jdbc.sql("update appeal set outcome = ?, status = ? where number = ?")
                .params(outcome, AppealStatus.FEEDBACK.name(), number)
                .update();
    }

    public void nextRound(String number) {
        memo.forget(number);
        jdbc.sql("update appeal set round = round + 1, status = ? where number = ?")
                .params(AppealStatus.HANDLING.name(), number)
                .update();
    }

    public void ended(String number, AppealStatus status, Instant at, String mergedInto) {
        memo.forget(number);
        jdbc.sql("update appeal set status = ?, closed_at = ?, merged_into = ? where number = ?")
                .params(status.name(), TimeColumn.of(at), mergedInto, number)
                .update();
    }

    private Appeal map(ResultSet rs, int row) throws SQLException {
        return new Appeal(
                rs.getString("number"),
                rs.getString("locality"),
                rs.getString("channel"),
                rs.getString("category"),
                rs.getString("unit"),
                rs.getString("address"),
                rs.getString("title"),
                read(rs.getString("facts")),
                rs.getString("tracking_code"),
                TimeColumn.read(rs, "submitted_at"),
                rs.getString("recorded_by"),
                AppealStatus.valueOf(rs.getString("status")),
                rs.getString("urgency"),
                rs.getString("urgency_name"),
                rs.getString("tier"),
                rs.getString("tier_name"),
                rs.getString("route"),
                rs.getString("respond_unit"),
                Responsibility.posts(rs.getString("respond_posts")),
                rs.getString("handling_unit"),
                rs.getString("handling_post"),
                Responsibility.posts(rs.getString("assist_posts")),
                rs.getString("answer_within"),
                rs.getInt("round"),
                rs.getString("outcome"),
                TimeColumn.read(rs, "closed_at"),
                rs.getString("merged_into"));
    }

    private String write(Facts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Facts read(String text) {
        try {
            return json.readValue(text, Facts.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
