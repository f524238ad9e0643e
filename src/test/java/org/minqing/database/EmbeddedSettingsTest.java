package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the old ICU and OpenSSL inside the embedded database could be reached by is not in use. */
@MinqingTest
class EmbeddedSettingsTest {

    @Autowired
    JdbcClient jdbc;

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    @Test
    void nobodyFromOutsideSpeaksToItsOpenSsl() {
        assertThat(one("show ssl")).isEqualTo("off");
        assertThat(one("show listen_addresses")).isIn("localhost", "127.0.0.1");
        assertThat(jdbc.sql("select extname from pg_extension order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("plpgsql");
    }

    @Test
    void nothingIsOrderedOrComparedByItsIcu() {
        assertThat(one("select datlocprovider from pg_database where datname = current_database()"))
                .isEqualTo("c");
        assertThat(jdbc.sql("""
                        select c.relname || '.' || a.attname from pg_attribute a
                        join pg_class c on c.oid = a.attrelid join pg_collation k on k.oid = a.attcollation
                        where k.collprovider = 'i' and c.relnamespace = 'public'::regnamespace""").query(String.class).list()).isEmpty();
    }
}
