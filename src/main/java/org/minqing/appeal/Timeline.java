package org.minqing.appeal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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

    /**
     * @param kind      code of an {@link AppealEventKind}
     * @param person    user id
     * @param thisRound whether the round in which it was done still goes on
     */
    public record Act(String number, String kind, String person, boolean thisRound) {}

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

    /**
     * Which members of staff did something of these kinds in these appeals or in sub-cases of them; each of them once for each
     * kind and round.
     */
    public List<Act> acts(Collection<String> numbers, Collection<String> kinds) {
        return jdbc.sql("""
                select distinct w.number, kind, actor, id > coalesce((
                    select max(id) from appeal_event redo where redo.appeal = w.number and redo.kind = :redo), 0) this_round
                from (select n as number, n as source from unnest(:numbers) n
                    union all select parent, number from appeal where parent = any (:numbers)) w
                  join appeal_event e on e.appeal = w.source
                where actor is not null and kind = any (:kinds)""")
                .param("redo", AppealEventKind.REDO_STARTED.code())
                .param("numbers", numbers.toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .query((rs, row) -> new Act(
                        rs.getString("number"),
                        rs.getString("kind"),
                        rs.getString("actor"),
                        rs.getBoolean("this_round")))
                .list();
    }
}
