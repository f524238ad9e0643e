package org.minqing.process.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minqing.notice.Fact;
import org.minqing.notice.NoticeRule;
import org.minqing.notice.NoticeTable;
import org.minqing.process.decisions.AskedTable;
import org.springframework.stereotype.Component;

/**
 * Asks {@code notices.dmn} step by step until it names nobody. Its answers are kept for a while: what it is asked are some hundred
 * questions, and each answer leaves rows in the engine's history.
 */
@Component
class DecidedNotices implements NoticeTable {

    /** More steps than anybody would write; a table that never ends says nothing more. */
    private static final int MOST = 20;

    private record Asked(String locality, Fact fact, String urgency) {}

    private final Cache<Asked, List<NoticeRule>> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();

    private final AskedTable tables;

    DecidedNotices(AskedTable tables) {
        this.tables = tables;
    }

    @Override
    public List<NoticeRule> of(String locality, Fact fact, String urgency) {
        return known.get(new Asked(locality, fact, urgency), this::ask);
    }

    private List<NoticeRule> ask(Asked asked) {
        var rules = new ArrayList<NoticeRule>();
        for (int step = 1; step <= MOST; step++) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("fact", asked.fact().code());
            facts.put("urgency", asked.urgency().isEmpty() ? null : asked.urgency());
            facts.put("step", step);
            var rule = NoticeRule.of(tables.answer("notices", asked.locality(), facts)::text);
            if (rule.isEmpty()) {
                break;
            }
            rules.add(rule.get());
        }
        return List.copyOf(rules);
    }
}
