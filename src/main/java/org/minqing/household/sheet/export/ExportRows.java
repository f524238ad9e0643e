package org.minqing.household.sheet.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code household_export}. Callers have checked who may. */
@Repository
class ExportRows {

    private final JdbcClient jdbc;

    ExportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, String locality, String purpose, String asker, Instant at) {
        jdbc.sql("insert into household_export (id, locality, purpose, asked_by, asked_at) values (?, ?, ?, ?, ?)")
                .params(id, locality, purpose, asker, TimeColumn.of(at))
                .update();
    }

    Optional<SheetExport> find(UUID id) {
        return jdbc.sql("select * from household_export where id = ?")
                .param(id)
                .query(ExportRows::read)
                .optional();
    }

    /** Newest first, those that nobody decided before all others. */
    List<SheetExport> newest(String locality, int most) {
        return jdbc.sql(
                        "select * from household_export where locality = ? order by decided_by is not null, place desc limit ?")
                .params(locality, most)
                .query(ExportRows::read)
                .list();
    }

    /** How many wait for somebody who did not ask for them himself. */
    int waiting(String locality, String butBy) {
        return jdbc.sql(
                        "select count(*) from household_export where locality = ? and decided_by is null and asked_by <> ?")
                .params(locality, butBy)
                .query(Integer.class)
                .single();
    }

    /**
     * @param until null if it is not allowed
     * @return whether nobody decided before
     */
    boolean decide(UUID id, String decider, Instant at, Instant until) {
        return jdbc.sql("""
                                update household_export set decided_by = ?, decided_at = ?, allowed = ?, open_until = ?
                                where id = ? and decided_by is null""")
                        .params(decider, TimeColumn.of(at), until != null, TimeColumn.of(until), id)
                        .update()
                == 1;
    }

    private static SheetExport read(ResultSet rs, int row) throws SQLException {
        return new SheetExport(
                rs.getObject("id", UUID.class),
                rs.getString("locality"),
                rs.getString("purpose"),
                rs.getString("asked_by"),
                TimeColumn.read(rs, "asked_at"),
                rs.getString("decided_by"),
                TimeColumn.read(rs, "decided_at"),
                TimeColumn.read(rs, "open_until"));
    }
}
