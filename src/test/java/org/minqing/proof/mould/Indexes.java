package org.minqing.proof.mould;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Indexes that only make finding faster: dropped for a large load and made again from the whole table. */
final class Indexes implements AutoCloseable {

    private final DataSource owner;
    private final List<String> definitions;

    private Indexes(DataSource owner, List<String> definitions) {
        this.owner = owner;
        this.definitions = definitions;
    }

    /** Keeps what guards uniqueness. */
    static Indexes dropped(DataSource owner, List<String> tables) {
        var jdbc = JdbcClient.create(owner);
        record Index(String name, String definition) {}
        var found = jdbc.sql("""
                select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
                from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
                where not i.indisunique and t.relnamespace = 'public'::regnamespace and t.relname = any (?)
                order by pg_relation_size(t.oid) desc""")
                .param(tables.toArray(String[]::new))
                .query(Index.class)
                .list();
        found.forEach(index -> jdbc.sql("drop index public." + index.name()).update());
        return new Indexes(owner, found.stream().map(Index::definition).toList());
    }

    /** Makes them again. */
    @Override
    public void close() {
        definitions.parallelStream()
                .forEach(definition -> JdbcClient.create(owner).sql(definition).update());
    }
}
