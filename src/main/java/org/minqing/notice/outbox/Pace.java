package org.minqing.notice.outbox;

import java.time.Instant;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many a service takes in a while, whichever node sends them: half of them at once, and as many again spread evenly, so that
 * there are never more in any while (the generic cell rate algorithm, ITU-T I.371).
 */
@Component
class Pace {

    private final JdbcClient jdbc;
    private final SendingRules rules;

    Pace(JdbcClient jdbc, SendingRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Counts one, unless there are too many. In the transaction in which it is taken: one that is not taken does not count. */
    boolean allows(Lane lane, Instant now) {
        var pace = rules.pace(lane.channel());
        return jdbc.sql("""
                        insert into notice_pace as p (locality, channel, free_at)
                          values (:locality, :channel, :now::timestamptz + :step * interval '1 microsecond')
                        on conflict (locality, channel) do update
                          set free_at = greatest(p.free_at, :now) + :step * interval '1 microsecond'
                          where p.free_at <= :latest""")
                        .param("locality", lane.locality())
                        .param("channel", lane.channel().code())
                        .param("now", TimeColumn.of(now))
                        .param("step", pace.step().toNanos() / 1_000)
                        .param("latest", TimeColumn.of(now.plus(pace.ahead())))
                        .update()
                == 1;
    }
}
