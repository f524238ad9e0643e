package org.minqing.appeal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.minqing.database.TimeColumn;
import org.minqing.database.TransactionMemo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of appeals, in SQL. Asks no questions: what may be written {@link OpenAppeal} knows. */
@Repository
class AppealRows {

    /** As {@code hidden_appeals()} in the database reads it. */
    private static final String IN_HAND =
            "set_config('minqing.in_hand', concat_ws(' ', current_setting('minqing.in_hand', true), number), true)";

    private final TransactionMemo<Optional<Appeal>> memo = new TransactionMemo<>();
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AppealRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Appeal> find(String number) {
        return memo.get(number, () -> one("number = ?", number));
    }

    Optional<Appeal> findByTrackingCode(String code) {
        return one("tracking_code = ?", code);
    }

    /** As it is now and stays until the transaction ends; so long he sees it, even where his own act takes it out of sight. */
    Optional<Appeal> hold(String number) {
        memo.forget(number);
        return memo.get(
                number,
                () -> jdbc.sql("select *, " + IN_HAND + " from appeal where number = ? for no key update")
                        .param(number)
                        .query(this::map)
                        .optional());
    }

    private Optional<Appeal> one(String condition, String value) {
        return jdbc.sql("select * from appeal where " + condition)
                .param(value)
                .query(this::map)
                .optional();
    }

    List<Appeal> all(Collection<String> numbers) {
        return jdbc.sql("select * from appeal where number = any (?)")
                .param(numbers.toArray(String[]::new))
                .query(this::map)
                .list();
    }

    List<Appeal> subCasesOf(String number) {
        return jdbc.sql("select * from appeal where parent = ? order by length(number), number")
                .param(number)
                .query(this::map)
                .list();
    }

    List<Appeal> recordedBy(String person, int most) {
        return jdbc.sql("select * from appeal where recorded_by = ? order by submitted_at desc limit ?")
                .params(person, most)
                .query(this::map)
                .list();
    }

    String originalWords(String number) {
        return jdbc.sql("select description from appeal_original where appeal = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    void insert(NewAppeal a, String recordedBy, Instant at) {
        var inserted = jdbc.sql("""
                with a as (
                  insert into appeal (number, locality, channel, type, category, unit, address, lng, lat, coordinates, title, facts,
                      tracking_code, submitted_at, recorded_by, status, respond_unit, massed, parent)
                  values (:number, :locality, :channel, :type, :category, :unit, :address, :lng, :lat, :coordinates, :title, :facts::jsonb,
                      :trackingCode, :submittedAt, :recordedBy, :status, :unit, :massed, :parent) returning *),
                words as (insert into appeal_original (appeal, description) values (:number, :description))
                select *, %s from a""".formatted(IN_HAND))
                .param("number", a.number().toString())
                .param("locality", a.locality())
                .param("channel", a.channel())
                .param("type", a.type())
                .param("category", a.category())
                .param("unit", a.unit())
                .param("address", a.address())
                .param("lng", a.position() == null ? null : a.position().lng())
                .param("lat", a.position() == null ? null : a.position().lat())
                .param(
                        "coordinates",
                        a.position() == null ? null : a.position().system().code())
                .param("title", a.title())
                .param("facts", a.facts().json(json))
                .param("trackingCode", a.trackingCode())
                .param("submittedAt", TimeColumn.of(at))
                .param("recordedBy", recordedBy)
                .param("status", (a.parent() == null ? AppealStatus.RECEIVED : AppealStatus.HANDLING).name())
                .param("parent", a.parent())
                .param("description", a.description())
                .param("massed", a.massed())
                .query(this::map)
                .optional();
        memo.put(a.number().toString(), inserted);
    }

    void decided(String number, Decision d) {
        update(
                number,
                """
                track = ?, track_name = ?, rated = ?, urgency = ?, urgency_name = ?, tier = ?, tier_name = ?, route = ?, respond_posts = ?, handling_unit = ?,
                handling_post = ?, assist_posts = ?, danger_posts = ?, answer_within = ?""",
                d.track().code(),
                d.track().name(),
                d.track().rated(),
                d.urgency(),
                d.urgencyName(),
                d.tier().tier(),
                d.tier().name(),
                d.tier().route(),
                String.join(",", d.who().respondPosts()),
                d.who().unit(),
                d.who().post(),
                String.join(",", d.who().assistPosts()),
                String.join(",", d.who().dangerPosts()),
                d.answerWithin().toString());
    }

    void corrected(String number, Judgement j) {
        update(
                number,
                "type = ?, category = ?, unit = ?, respond_unit = ?, facts = ?::jsonb",
                j.type(),
                j.category(),
                j.unit(),
                j.respondUnit(),
                j.facts().json(json));
        decided(number, j.decision());
    }

    void enter(String number, AppealStatus status) {
        update(number, "status = ?", status.name());
    }

    void respondAt(String number, String unit) {
        update(number, "respond_unit = ?", unit);
    }

    void respondBy(String number, Responding who) {
        update(
                number,
                "unit = ?, respond_unit = ?, respond_post = ?, handling_unit = ?, handling_post = ?",
                who.place(),
                who.unit(),
                who.post(),
                who.handlingUnit(),
                who.handlingPost());
    }

    void handledBy(String number, String unit, String post) {
        update(number, "handling_unit = ?, handling_post = ?", unit, post);
    }

    void madeSafe(String number, Instant at) {
        update(number, "made_safe_at = ?", TimeColumn.of(at));
    }

    void resulted(String number, String outcome, AppealStatus status) {
        update(number, "outcome = ?, status = ?", outcome, status.name());
    }

    void nextRound(String number, AppealStatus status) {
        update(number, "round = round + 1, status = ?", status.name());
    }

    void ended(String number, AppealStatus status, Instant at, String mergedInto) {
        update(number, "status = ?, closed_at = ?, merged_into = ?", status.name(), TimeColumn.of(at), mergedInto);
    }

    void reopened(String number, AppealStatus status) {
        update(number, "status = ?, closed_at = null", status.name());
    }

    /** As it came in, without what the tables said of the matter that it was part of. */
    void parted(String number) {
        update(
                number,
                "status = ?, closed_at = null, merged_into = null, tier = '', tier_name = '', handling_unit = '', handling_post = ''",
                AppealStatus.RECEIVED.name());
    }

    void recoded(String number, String code) {
        update(number, "tracking_code = ?", code);
    }

    private void update(String number, String columns, Object... values) {
        var updated = jdbc.sql("update appeal set " + columns + " where number = ? returning *")
                .params(values)
                .param(number)
                .query(this::map)
                .optional();
        // Every verb goes on with the appeal as it has just become.
        memo.put(number, updated);
    }

    private Appeal map(ResultSet rs, int row) throws SQLException {
        return new Appeal(
                rs.getString("number"),
                rs.getString("locality"),
                rs.getString("channel"),
                rs.getString("type"),
                rs.getString("category"),
                rs.getString("unit"),
                rs.getString("address"),
                rs.getString("title"),
                Facts.of(rs.getString("facts"), json),
                rs.getString("tracking_code"),
                TimeColumn.read(rs, "submitted_at"),
                rs.getString("recorded_by"),
                AppealStatus.valueOf(rs.getString("status")),
                Decision.read(rs),
                rs.getString("respond_unit"),
                rs.getString("respond_post"),
                rs.getInt("round"),
                rs.getString("outcome"),
                TimeColumn.read(rs, "closed_at"),
                rs.getString("merged_into"),
                rs.getBoolean("massed"),
                rs.getString("parent"));
    }
}
