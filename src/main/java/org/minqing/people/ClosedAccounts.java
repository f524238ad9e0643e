package org.minqing.people;

import java.time.InstantSource;
import java.util.List;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts are closed. Whoever is in here does not sign in, and is handed no work. */
@Component
public class ClosedAccounts {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ClosedAccounts(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean contains(String userId) {
        return jdbc.sql("select exists (select from closed_account where person = ?)")
                .param(userId)
                .query(Boolean.class)
                .single();
    }

    void add(String userId, String by, String reason, List<String> posts) {
        jdbc.sql("insert into closed_account (person, closed_by, closed_at, reason, posts) values (?, ?, ?, ?, ?)")
                .params(userId, by, TimeColumn.of(clock.instant()), reason, posts.toArray(String[]::new))
                .update();
    }

    void remove(String userId) {
        jdbc.sql("delete from closed_account where person = ?").param(userId).update();
    }
}
