package org.minqing.household.secret;

import java.time.InstantSource;
import java.util.List;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which keys the database has values of: the table {@code household_key}, which knows none of them but a proof of each. */
@Repository
class KeysInUse {

    record Known(String id, String kind, byte[] proof) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    KeysInUse(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are not retired. */
    List<Known> all() {
        return jdbc.sql("select id, kind, proof from household_key where retired_at is null order by known_since, id")
                .query((rs, row) -> new Known(rs.getString("id"), rs.getString("kind"), rs.getBytes("proof")))
                .list();
    }

    /** Retired or not. */
    boolean knows(String id) {
        return jdbc.sql("select exists (select from household_key where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** A key that is in the ring again after it was retired is in use again. */
    void add(Key key) {
        jdbc.sql("""
                        insert into household_key as k (id, kind, algorithm, proof, known_since) values (?, ?, ?, ?, ?)
                        on conflict (id) do update set retired_at = null where k.retired_at is not null""")
                .params(
                        key.id(),
                        key.kind().code(),
                        key.kind().algorithm(),
                        key.proof(),
                        TimeColumn.of(clock.instant()))
                .update();
    }

    /** Waits for whoever writes with one of them right now; nobody does from then on. */
    void lockOthers(List<String> current) {
        jdbc.sql("select id from household_key where retired_at is null and id <> all (?) order by id for update")
                .param(current.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** @return ids */
    List<String> retireOthers(List<String> current) {
        return jdbc.sql(
                        "update household_key set retired_at = ? where retired_at is null and id <> all (?) returning id")
                .params(TimeColumn.of(clock.instant()), current.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
