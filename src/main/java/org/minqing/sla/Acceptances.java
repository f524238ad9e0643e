package org.minqing.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which appeals still wait for somebody to accept them, for lists: one look at the database for all of a page. */
@Service
public class Acceptances {

    private final JdbcClient jdbc;

    Acceptances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By when each is to be accepted; what was accepted is left out. */
    public Map<String, Instant> due(Collection<String> numbers) {
        return jdbc
                .sql("""
                        select appeal, min(due_at) as due_at from sla_clock
                        where appeal = any (?) and clock = 'ACCEPT' and stopped_at is null group by appeal""")
                .param(numbers.toArray(String[]::new))
                .query((rs, i) -> Map.entry(rs.getString("appeal"), TimeColumn.read(rs, "due_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
