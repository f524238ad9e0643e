package org.minqing.household.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code household_import}. Callers have checked who may. */
@Repository
class ImportRows {

    private static final String MOVING = "state in ('checking', 'running')";

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, String locality, SheetGathering.Read read, String by, Instant at) {
        jdbc.sql("""
                        insert into household_import (id, locality, state, rows, households, at, wrong, unread, brought_by, brought_at)
                        values (?, ?, 'checking', ?, ?, 0, ?, ?, ?, ?)""")
                .params(
                        id,
                        locality,
                        read.rows(),
                        read.households().size(),
                        read.wrong(),
                        read.wrong(),
                        by,
                        TimeColumn.of(at))
                .update();
    }

    /** Newest first. */
    List<SheetImport> newest(String locality, int most) {
        return jdbc.sql("select * from household_import where locality = ? order by place desc limit ?")
                .params(locality, most)
                .query(ImportRows::read)
                .list();
    }

    Optional<SheetImport> find(UUID id) {
        return jdbc.sql("select * from household_import where id = ?")
                .param(id)
                .query(ImportRows::read)
                .optional();
    }

    /** Whether there is one for the program to go on with, whoever is at it. */
    Optional<UUID> waiting() {
        return jdbc.sql("select id from household_import where " + MOVING + " order by place limit 1")
                .query(UUID.class)
                .optional();
    }

    /** The next one that no other node has in hand; nobody else has it until the transaction ends. */
    Optional<SheetImport> take() {
        return jdbc.sql("select * from household_import where " + MOVING
                        + " order by place limit 1 for update skip locked")
                .query(ImportRows::read)
                .optional();
    }

    /** @return whether it was still of that state */
    boolean move(UUID id, ImportState from, ImportState to, Instant ended) {
        return jdbc.sql("update household_import set state = ?, ended_at = ?, failures = 0 where id = ? and state = ?")
                        .params(to.code(), TimeColumn.of(ended), id, from.code())
                        .update()
                == 1;
    }

    /** Another round begins, in which they are counted anew. */
    void begin(UUID id) {
        jdbc.sql("update household_import set at = 0, fresh = 0, changed = 0, same = 0, wrong = unread where id = ?")
                .param(id)
                .update();
    }

    void count(UUID id, int fresh, int changed, int same, int wrong) {
        jdbc.sql("""
                        update household_import set at = at + ?, fresh = fresh + ?, changed = changed + ?, same = same + ?,
                          wrong = wrong + ?, failures = 0 where id = ?""")
                .params(fresh + changed + same + wrong, fresh, changed, same, wrong, id)
                .update();
    }

    /** @return how often the same step failed, one time after the other */
    int failed(UUID id) {
        return jdbc.sql("update household_import set failures = failures + 1 where id = ? returning failures")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Ids of those that nobody confirmed, or went on with, since so long. */
    List<UUID> forgotten(Instant now, Duration within) {
        return jdbc.sql("select id from household_import where state in ('checked', 'stopped') and brought_at < ?")
                .param(TimeColumn.of(now.minus(within)))
                .query(UUID.class)
                .list();
    }

    private static SheetImport read(ResultSet rs, int row) throws SQLException {
        return new SheetImport(
                rs.getObject("id", UUID.class),
                rs.getString("locality"),
                Coded.of(ImportState.class, rs.getString("state")),
                rs.getInt("rows"),
                rs.getInt("households"),
                rs.getInt("at"),
                rs.getInt("fresh"),
                rs.getInt("changed"),
                rs.getInt("same"),
                rs.getInt("wrong"),
                rs.getString("brought_by"),
                TimeColumn.read(rs, "brought_at"),
                TimeColumn.read(rs, "ended_at"));
    }
}
