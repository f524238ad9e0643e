package org.minqing.note;

import java.time.Instant;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code appeal_note}, which lets nothing happen to a note but its withdrawal. */
@Repository
class NoteRows {

    private final JdbcClient jdbc;

    NoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<Note> of(String appeal) {
        return jdbc.sql("select * from appeal_note where appeal = ? order by id")
                .param(appeal)
                .query((rs, row) -> new Note(
                        rs.getLong("id"),
                        rs.getString("written_by"),
                        rs.getString("written_as"),
                        TimeColumn.read(rs, "written_at"),
                        rs.getString("text"),
                        rs.getString("mentioned"),
                        TimeColumn.read(rs, "withdrawn_at")))
                .list();
    }

    /** @param mentioned user id, or null */
    void add(String appeal, Actor by, String text, String mentioned, Instant at) {
        jdbc.sql("""
                        insert into appeal_note (appeal, written_by, written_as, written_at, text, mentioned)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(appeal, by.person(), by.as(), TimeColumn.of(at), text, mentioned)
                .update();
    }

    /** Nothing happens to one that was withdrawn. */
    void withdraw(long id, Instant at) {
        jdbc.sql("update appeal_note set text = null, withdrawn_at = ? where id = ? and withdrawn_at is null")
                .params(TimeColumn.of(at), id)
                .update();
    }
}
