package org.minqing.appeal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what when, for every appeal. It listens in the transaction of the act, so it can neither lag nor lie. */
@Component
public class Timeline {

    /**
     * @param as   unit and post, or the resident
     * @param kind code of an {@link AppealEventKind}
     */
    public record Entry(Instant at, String kind, String person, String as, String text, boolean visible) {}

    /** Acts of handlers; whoever did one of them is no stranger to the appeal. */
    private static final String[] HANDLING = Stream.of(
                    AppealEventKind.RESPONDED,
                    AppealEventKind.CONTACTED,
                    AppealEventKind.CONTACT_MISSED,
                    AppealEventKind.ARRIVED,
                    AppealEventKind.DANGER_REMOVED,
                    AppealEventKind.PROGRESSED,
                    AppealEventKind.RESULTED,
                    AppealEventKind.RETURNED)
            .map(AppealEventKind::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before everybody else: what follows from an event is told after it. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void on(AppealEvent event) {
        jdbc.sql("""
                insert into appeal_event (appeal, at, kind, actor, actor_as, text, public)
                values (:appeal, :at, :kind, :actor, :as, :text, :public)""")
                .param("appeal", event.number())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("kind", event.kind().code())
                .param("actor", event.by().person())
                .param("as", event.by().as())
                .param("text", event.text())
                .param("public", event.visible())
                .update();
    }

    /** Oldest first. */
    public List<Entry> of(String number) {
        return jdbc.sql("select at, kind, actor, actor_as, text, public from appeal_event where appeal = ? order by id")
                .param(number)
                .query((rs, row) -> new Entry(
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("kind"),
                        rs.getString("actor"),
                        rs.getString("actor_as"),
                        rs.getString("text"),
                        rs.getBoolean("public")))
                .list();
    }

    /** Who handled the appeal in any way, by user id: none of them may make the call-back. */
    public List<String> handlersOf(String number) {
        return jdbc.sql("""
                select distinct actor from appeal_event where appeal = ? and actor is not null and kind = any (?)""").params(number, HANDLING).query(String.class).list();
    }
}
