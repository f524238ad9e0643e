package org.minqing.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which grams are common in a locality, from its latest appeals. Counted anew once in an hour, for it changes slowly. */
@Component
public class Commonness {

    private static final Duration KEPT = Duration.ofHours(1);

    private record Counted(GramWeights weights, Instant at) {}

    private final Map<String, Counted> known = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Commonness(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public GramWeights in(String locality) {
        var now = clock.instant();
        var before = known.get(locality);
        if (before == null || Duration.between(before.at(), now).abs().compareTo(KEPT) > 0) {
            before = new Counted(count(locality), now);
            known.put(locality, before);
        }
        return before.weights();
    }

    private GramWeights count(String locality) {
        var seen = new HashMap<String, Integer>();
        jdbc.sql("""
                with latest as (select grams from appeal_words where locality = ? order by appeal desc limit 2000)
                select gram, count(*) from latest, unnest(grams) gram group by gram""").param(locality).query(rs -> {
            seen.put(rs.getString(1), rs.getInt(2));
        });
        var texts = jdbc.sql("select count(*) from (select from appeal_words where locality = ? limit 2000) of_it")
                .param(locality)
                .query(Integer.class)
                .single();
        return new GramWeights(texts, seen);
    }
}
