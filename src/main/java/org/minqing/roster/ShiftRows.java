package org.minqing.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shifts that were not withdrawn. */
@Repository
class ShiftRows {

    private final JdbcClient jdbc;

    ShiftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of which some part lies between, the earliest first. */
    List<Shift> between(String locality, Instant from, Instant until) {
        return jdbc.sql("""
                        select id, locality, unit, person, starts_at, ends_at from duty_shift
                        where locality = ? and withdrawn_at is null and ends_at > ? and starts_at < ?
                        order by starts_at, ends_at, unit, person""")
                .params(locality, TimeColumn.of(from), TimeColumn.of(until))
                .query(ShiftRows::shift)
                .list();
    }

    private static Shift shift(ResultSet rs, int row) throws SQLException {
        return new Shift(
                rs.getObject("id", UUID.class),
                rs.getString("locality"),
                rs.getString("unit"),
                rs.getString("person"),
                TimeColumn.read(rs, "starts_at"),
                TimeColumn.read(rs, "ends_at"));
    }

    /** @throws org.springframework.dao.DataAccessException if he is on duty elsewhere in that time */
    void insert(Shift shift, String by, Instant at) {
        jdbc.sql("""
                        insert into duty_shift (id, locality, unit, person, starts_at, ends_at, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        shift.id(),
                        shift.locality(),
                        shift.unit(),
                        shift.person(),
                        TimeColumn.of(shift.starts()),
                        TimeColumn.of(shift.ends()),
                        by,
                        TimeColumn.of(at))
                .update();
    }

    /** @return whether there was one that had not ended */
    boolean withdraw(String locality, UUID id, String by, Instant at) {
        return jdbc.sql("""
                        update duty_shift set withdrawn_by = ?, withdrawn_at = ?
                        where id = ? and locality = ? and withdrawn_at is null and ends_at > ?""")
                        .params(by, TimeColumn.of(at), id, locality, TimeColumn.of(at))
                        .update()
                == 1;
    }
}
