package org.minqing.addition;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.appeal.AppealEventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whoever has a list of appeals: to which of them something was added since somebody did the next thing with it. */
@Component
public class AdditionNews {

    /** What a list says. */
    public static final String WORDS = "居民有补充";

    private static final String[] NEXT = Stream.of(
                    AppealEventKind.RESPONDED,
                    AppealEventKind.CONTACTED,
                    AppealEventKind.ARRIVED,
                    AppealEventKind.DISPATCHED,
                    AppealEventKind.PROGRESSED,
                    AppealEventKind.RESULTED,
                    AppealEventKind.RETURNED)
            .map(AppealEventKind::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    AdditionNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one look, also for what those added whose appeals were merged. */
    public List<String> of(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select distinct n.number from unnest(cast(:numbers as text[])) n(number)
                  join appeal_addition added on added.appeal = n.number
                    or added.appeal in (select number from appeal where merged_into = n.number)
                where not exists (select from appeal_event next
                  where next.appeal = n.number and next.kind = any (:kinds) and next.at >= added.at)""")
                        .param("numbers", numbers.toArray(String[]::new))
                        .param("kinds", NEXT)
                        .query(String.class)
                        .list();
    }
}
