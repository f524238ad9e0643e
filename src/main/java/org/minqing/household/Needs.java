package org.minqing.household;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.code.Coded;
import org.minqing.household.secret.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The needs of households. What is needed is encrypted, when is not. Callers have checked who may. */
@Repository
public class Needs {

    private static final String TABLE = "household_need";

    private final JdbcClient jdbc;
    private final Secrets secrets;

    Needs(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** Those of now, in the order in which they were written down. */
    public List<Need> of(UUID household) {
        return jdbc.sql("select * from household_need where household = ? and ended is null order by place")
                .param(household)
                .query((rs, row) -> new Need(
                        rs.getObject("id", UUID.class),
                        SealedRow.open(secrets, TABLE, rs),
                        Coded.of(Need.Rhythm.class, rs.getString("rhythm")),
                        rs.getInt("weekday"),
                        rs.getInt("day"),
                        rs.getObject("since", LocalDate.class)))
                .list();
    }

    void add(UUID household, Need need) {
        var sealed = secrets.seal(SealedRow.place(TABLE, need.id()), need.what());
        jdbc.sql("""
                        insert into household_need (id, household, secret, secret_key, secret_algorithm, rhythm, weekday, day, since)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        need.id(),
                        household,
                        sealed.bytes(),
                        sealed.key(),
                        sealed.algorithm(),
                        need.rhythm().code(),
                        need.weekday() == 0 ? null : need.weekday(),
                        need.day() == 0 ? null : need.day(),
                        need.since())
                .update();
    }

    /** @return whether there was one of that id */
    boolean end(UUID household, UUID need, LocalDate day) {
        return jdbc.sql("update household_need set ended = ? where household = ? and id = ? and ended is null")
                        .params(day, household, need)
                        .update()
                == 1;
    }
}
