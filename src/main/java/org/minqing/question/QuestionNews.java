package org.minqing.question;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.minqing.appeal.AppealEventKind;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of the questions of many appeals, for whoever has a list of them: news until somebody who handles the appeal does
 * the next thing with it.
 */
@Component
public class QuestionNews {

    /** What became of a question, and the next things that are done with an appeal. */
    private static final String[] KINDS = Stream.of(
                    AppealEventKind.RESIDENT_ANSWERED,
                    AppealEventKind.QUESTION_EXPIRED,
                    AppealEventKind.RESPONDED,
                    AppealEventKind.CONTACTED,
                    AppealEventKind.ARRIVED,
                    AppealEventKind.PROGRESSED,
                    AppealEventKind.RESULTED,
                    AppealEventKind.RETURNED)
            .map(AppealEventKind::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    QuestionNews(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By number; without those of which nobody asked anything or everything is old. */
    public Map<String, QuestionState> of(Collection<String> numbers) {
        var news = new HashMap<String, QuestionState>();
        if (numbers.isEmpty()) {
            return news;
        }
        jdbc.sql("""
                select q.appeal,
                  bool_or(a.question is null and e.question is null and q.expires_at >= :now) as waits,
                  bool_or(a.question is null and e.question is null and q.expires_at < :now) as over,
                  (select v.kind from appeal_event v where v.appeal = q.appeal and v.kind = any (:kinds)
                    order by v.id desc limit 1) as last
                from resident_question q left join resident_answer a on a.question = q.id
                  left join resident_question_end e on e.question = q.id
                where q.appeal = any (:numbers) group by q.appeal""")
                .param("now", TimeColumn.of(clock.instant()))
                .param("kinds", KINDS)
                .param("numbers", numbers.toArray(String[]::new))
                .query((RowCallbackHandler) rs -> {
                    var state = state(rs.getBoolean("waits"), rs.getBoolean("over"), rs.getString("last"));
                    if (state != null) {
                        news.put(rs.getString("appeal"), state);
                    }
                });
        return news;
    }

    private static QuestionState state(boolean waits, boolean over, String last) {
        if (over || AppealEventKind.QUESTION_EXPIRED.code().equals(last)) {
            return QuestionState.EXPIRED;
        }
        if (AppealEventKind.RESIDENT_ANSWERED.code().equals(last)) {
            return QuestionState.ANSWERED;
        }
        return waits ? QuestionState.WAITING : null;
    }
}
