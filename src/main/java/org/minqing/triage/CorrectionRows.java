package org.minqing.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Judgement;
import org.minqing.database.TimeColumn;
import org.minqing.duties.Asked;
import org.minqing.duties.Duty;
import org.minqing.triage.Correction.Became;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrections in the database: rows are added and never changed. Whoever writes holds the lock of the appeal. */
@Repository
class CorrectionRows implements Asked {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CorrectionRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(String appeal, int round, Instant at, Actor by, String reason, Judgement before, Judgement after) {
        jdbc.sql("""
                insert into appeal_correction (appeal, round, at, person, person_as, reason, before, after)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""")
                .params(appeal, round, TimeColumn.of(at), by.person(), by.as(), reason, write(before), write(after))
                .update();
    }

    /** @param person user id; null for the system */
    void step(Correction c, Became became, Instant at, String person, String words) {
        jdbc.sql("""
                insert into appeal_correction_step (correction, appeal, step, at, person, words)
                values (?, ?, ?, ?, ?, ?)""")
                .params(c.id(), c.appeal(), became.name().toLowerCase(Locale.ROOT), TimeColumn.of(at), person, words)
                .update();
    }

    @Override
    public Duty duty() {
        return Duty.CORRECTING;
    }

    @Override
    public Map<String, String> latest(Collection<String> numbers) {
        return jdbc
                .sql("select distinct on (appeal) appeal, person from appeal_correction where appeal = any (?)"
                        + " order by appeal, id desc")
                .param(numbers.toArray(String[]::new))
                .query((rs, row) -> Map.entry(rs.getString("appeal"), rs.getString("person")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int count(String appeal) {
        return jdbc.sql("select count(*) from appeal_correction where appeal = ?")
                .param(appeal)
                .query(Integer.class)
                .single();
    }

    Optional<Correction> latest(String appeal) {
        return read("select * from appeal_correction where appeal = ? order by id desc limit 1", appeal).stream()
                .findFirst();
    }

    /** Oldest first. */
    List<Correction> of(String appeal) {
        return read("select * from appeal_correction where appeal = ? order by id", appeal);
    }

    private List<Correction> read(String sql, String appeal) {
        var steps = steps(appeal);
        return jdbc.sql(sql).param(appeal).query((rs, row) -> map(rs, steps)).list();
    }

    private Map<Long, List<Correction.Step>> steps(String appeal) {
        record Row(long correction, Correction.Step step) {}
        return jdbc
                .sql("select * from appeal_correction_step where appeal = ? order by id")
                .param(appeal)
                .query((rs, row) -> new Row(
                        rs.getLong("correction"),
                        new Correction.Step(
                                Became.valueOf(rs.getString("step").toUpperCase(Locale.ROOT)),
                                TimeColumn.read(rs, "at"),
                                rs.getString("person"),
                                rs.getString("words"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::correction, Collectors.mapping(Row::step, Collectors.toList())));
    }

    private Correction map(ResultSet rs, Map<Long, List<Correction.Step>> steps) throws SQLException {
        return new Correction(
                rs.getLong("id"),
                rs.getString("appeal"),
                rs.getInt("round"),
                TimeColumn.read(rs, "at"),
                rs.getString("person"),
                rs.getString("person_as"),
                rs.getString("reason"),
                judgement(rs.getString("before")),
                judgement(rs.getString("after")),
                steps.getOrDefault(rs.getLong("id"), List.of()));
    }

    private String write(Judgement judgement) {
        try {
            return json.writeValueAsString(judgement);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Judgement judgement(String text) {
        try {
            return json.readValue(text, Judgement.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
