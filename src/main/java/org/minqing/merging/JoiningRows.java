package org.minqing.merging;

import java.time.InstantSource;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which residents joined a matter by themselves, and of which a dispatcher found that it is another one. */
@Repository
class JoiningRows {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    JoiningRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void joined(String number, String original) {
        jdbc.sql("insert into resident_joining (appeal, original, at) values (?, ?, ?)")
                .params(number, original, TimeColumn.of(clock.instant()))
                .update();
    }

    void undone(String number, String person) {
        jdbc.sql("insert into joining_undone (appeal, person, at) values (?, ?, ?)")
                .params(number, person, TimeColumn.of(clock.instant()))
                .update();
    }

    boolean stands(String number) {
        return jdbc.sql("""
                select exists (select from resident_joining j where j.appeal = :number
                  and not exists (select from joining_undone u where u.appeal = j.appeal))""").param("number", number).query(Boolean.class).single();
    }
}
