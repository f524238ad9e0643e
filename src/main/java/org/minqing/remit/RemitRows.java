package org.minqing.remit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.minqing.appeal.Actor;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns and settlements in the database: rows are added and never changed. Whoever writes holds the lock of the appeal. */
@Repository
class RemitRows {

    private final JdbcClient jdbc;

    RemitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param settledBy code of a post; null if there is nothing to settle */
    void returned(
            String appeal,
            int round,
            Instant at,
            Actor by,
            String unit,
            String ground,
            String evidence,
            boolean responded,
            String settledBy) {
        jdbc.sql("""
                insert into remit_return (appeal, round, unit, at, person, person_as, ground, evidence, responded, settled_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        appeal,
                        round,
                        unit,
                        TimeColumn.of(at),
                        by.person(),
                        by.as(),
                        ground,
                        evidence,
                        responded,
                        settledBy)
                .update();
    }

    void settled(String appeal, int round, Instant at, Actor by, String unit, String reason) {
        jdbc.sql("""
                insert into remit_settlement (appeal, round, unit, at, person, person_as, reason) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(appeal, round, unit, TimeColumn.of(at), by.person(), by.as(), reason)
                .update();
    }

    void judged(Returned what, String appeal, Instant at, boolean upheld) {
        jdbc.sql("insert into remit_judgement (returned, appeal, at, upheld) values (?, ?, ?, ?)")
                .params(what.id(), appeal, TimeColumn.of(at), upheld)
                .update();
    }

    /** Oldest first. */
    List<Returned> of(String appeal, int round) {
        return jdbc.sql("select * from remit_return where appeal = ? and round = ? order by id")
                .params(appeal, round)
                .query(RemitRows::map)
                .list();
    }

    /** Appeals that one of these units returned in this round or that are settled, unless somebody is in danger. */
    Set<String> closed(Collection<String> numbers, Collection<String> units) {
        return Set.copyOf(jdbc.sql("""
                select a.number from appeal a
                where a.number = any (:numbers) and (a.danger_posts = '' or a.made_safe_at is not null)
                  and (exists (select from remit_settlement s where s.appeal = a.number and s.round = a.round)
                    or exists (select from remit_return r
                      where r.appeal = a.number and r.round = a.round and r.unit = any (:units)))""")
                .param("numbers", numbers.toArray(String[]::new))
                .param("units", units.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    boolean madeSafe(String appeal) {
        return jdbc.sql("select made_safe_at is not null from appeal where number = ?")
                .param(appeal)
                .query(Boolean.class)
                .single();
    }

    boolean settled(String appeal, int round) {
        return jdbc.sql("select exists (select from remit_settlement where appeal = ? and round = ?)")
                .params(appeal, round)
                .query(Boolean.class)
                .single();
    }

    /** What was last said of it; null if nothing was. */
    Boolean upheld(Returned what) {
        return jdbc.sql("select upheld from remit_judgement where returned = ? order by id desc limit 1")
                .param(what.id())
                .query(Boolean.class)
                .optional()
                .orElse(null);
    }

    private static Returned map(ResultSet rs, int row) throws SQLException {
        return new Returned(
                rs.getLong("id"),
                rs.getString("unit"),
                rs.getString("person"),
                rs.getString("person_as"),
                TimeColumn.read(rs, "at"),
                rs.getString("ground"),
                rs.getString("evidence"),
                rs.getBoolean("responded"),
                rs.getString("settled_by"));
    }
}
