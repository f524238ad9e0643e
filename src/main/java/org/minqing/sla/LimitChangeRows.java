package org.minqing.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.duties.Asked;
import org.minqing.duties.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests in the database. Whoever writes holds the lock of the appeal. */
@Repository
class LimitChangeRows implements Asked {

    private final JdbcClient jdbc;

    LimitChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(LimitChange c) {
        jdbc.sql("""
                insert into limit_change (appeal, clock, round, change, reason, days, explanation, asked_by, asked_at)
                values (?, 'RESOLVE', ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        c.appeal(),
                        c.round(),
                        c.type().code(),
                        c.reason().code(),
                        c.days(),
                        c.explanation(),
                        c.askedBy(),
                        TimeColumn.of(c.askedAt()))
                .update();
    }

    void decide(LimitChange c, String by, Instant at, boolean granted) {
        jdbc.sql(
                        "update limit_change set decided_by = ?, decided_at = ?, granted = ? where id = ? and granted is null and lapsed_at is null")
                .params(by, TimeColumn.of(at), granted, c.id())
                .update();
    }

    /** The one that waited, if one did. */
    Optional<LimitChange> lapse(String appeal, int round, Instant at) {
        return jdbc.sql("""
                update limit_change set lapsed_at = ?
                where appeal = ? and round = ? and granted is null and lapsed_at is null returning *""")
                .params(TimeColumn.of(at), appeal, round)
                .query(LimitChangeRows::map)
                .optional();
    }

    /** The latest of this round, decided or not. */
    Optional<LimitChange> latest(String appeal, int round) {
        return jdbc.sql("select * from limit_change where appeal = ? and round = ? order by id desc limit 1")
                .params(appeal, round)
                .query(LimitChangeRows::map)
                .optional();
    }

    @Override
    public Duty duty() {
        return Duty.REQUESTING;
    }

    @Override
    public Map<String, String> latest(Collection<String> numbers) {
        return jdbc
                .sql("select distinct on (appeal) appeal, asked_by from limit_change where appeal = any (?)"
                        + " order by appeal, id desc")
                .param(numbers.toArray(String[]::new))
                .query((rs, row) -> Map.entry(rs.getString("appeal"), rs.getString("asked_by")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Oldest first. */
    List<LimitChange> of(String appeal) {
        return jdbc.sql("select * from limit_change where appeal = ? order by id")
                .param(appeal)
                .query(LimitChangeRows::map)
                .list();
    }

    int granted(String appeal, int round, LimitChangeType type) {
        return jdbc.sql("select count(*) from limit_change where appeal = ? and round = ? and change = ? and granted")
                .params(appeal, round, type.code())
                .query(Integer.class)
                .single();
    }

    private static LimitChange map(ResultSet rs, int row) throws SQLException {
        return new LimitChange(
                rs.getLong("id"),
                rs.getString("appeal"),
                rs.getInt("round"),
                Coded.of(LimitChangeType.class, rs.getString("change")),
                Coded.of(LimitChangeReason.class, rs.getString("reason")),
                rs.getInt("days"),
                rs.getString("explanation"),
                rs.getString("asked_by"),
                TimeColumn.read(rs, "asked_at"),
                rs.getString("decided_by"),
                rs.getObject("granted", Boolean.class),
                TimeColumn.read(rs, "lapsed_at"));
    }
}
