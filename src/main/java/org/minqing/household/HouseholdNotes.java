package org.minqing.household;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minqing.appeal.Actor;
import org.minqing.database.TimeColumn;
import org.minqing.household.secret.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was noted of households, line by line; the database lets nothing be altered. Callers have checked who may. */
@Repository
public class HouseholdNotes {

    /** @param as unit and post of who wrote it */
    public record Line(Instant at, String as, String text) {}

    private static final String TABLE = "household_note";

    private final JdbcClient jdbc;
    private final Secrets secrets;

    HouseholdNotes(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    public int count(UUID household) {
        return jdbc.sql("select count(*) from household_note where household = ?")
                .param(household)
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    public List<Line> of(UUID household) {
        return jdbc.sql("select * from household_note where household = ? order by place desc")
                .param(household)
                .query((rs, row) -> new Line(
                        TimeColumn.read(rs, "written_at"),
                        rs.getString("written_as"),
                        SealedRow.open(secrets, TABLE, rs)))
                .list();
    }

    void add(UUID household, Actor by, String text, Instant at) {
        var id = UUID.randomUUID();
        var sealed = secrets.seal(SealedRow.place(TABLE, id), text);
        jdbc.sql("""
                        insert into household_note (id, household, secret, secret_key, secret_algorithm, written_by, written_as,
                          written_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        household,
                        sealed.bytes(),
                        sealed.key(),
                        sealed.algorithm(),
                        by.person(),
                        by.as(),
                        TimeColumn.of(at))
                .update();
    }
}
