package org.minqing.notice.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.notice.channel.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of notices. Whoever takes one moves its moment on by the lease: if he stops, another finds it due. What he says later
 * counts only if nobody has taken it since.
 */
@Component
class Outbox {

    private final JdbcClient jdbc;
    private final Pace pace;

    Outbox(JdbcClient jdbc, Pace pace) {
        this.jdbc = jdbc;
        this.pace = pace;
    }

    /** The most pressing one that is due, if the service takes another one now. Of several nodes each gets another. */
    @Transactional
    public Optional<Waiting> take(Lane lane, Instant now, Duration lease) {
        var id = jdbc.sql("""
                        select id from notice
                        where state = 'waiting' and locality = ? and channel = ? and due_at <= ?
                        order by grave desc, due_at limit 1 for update skip locked""")
                .params(lane.locality(), lane.channel().code(), TimeColumn.of(now))
                .query(Long.class)
                .optional();
        if (id.isEmpty() || !pace.allows(lane, now)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        with taken as (
                          update notice set due_at = ?, attempts = attempts + 1, under_way = true where id = ? returning *)
                        select t.*, f.code, f.appeal, f.task, f.at,
                          (select n.under_way from notice n where n.id = t.id) interrupted
                        from taken t join notice_fact f on f.id = t.fact""")
                .params(TimeColumn.of(now.plus(lease)), id.get())
                .query(Outbox::waiting)
                .optional();
    }

    /** {@code interrupted} reads the row as it was before this statement. */
    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getString("receiver"),
                Coded.of(Channel.class, row.getString("channel")),
                row.getString("locality"),
                row.getBoolean("grave"),
                row.getBoolean("unless_taken"),
                row.getInt("attempts"),
                row.getBoolean("interrupted"),
                row.getString("code"),
                row.getString("appeal"),
                row.getString("task"),
                TimeColumn.read(row, "at"));
    }

    /** It arrived, is not needed, or will never arrive. */
    void ended(Waiting notice, String state, String reason, Instant now) {
        jdbc.sql("""
                        update notice set state = ?, reason = ?, ended_at = ?, under_way = false
                        where id = ? and state = 'waiting' and attempts = ?""")
                .params(state, reason, TimeColumn.of(now), notice.id(), notice.attempt())
                .update();
    }

    /** @param unsure whether it may have arrived: then the service is asked first */
    void later(Waiting notice, String reason, Instant at, boolean unsure) {
        jdbc.sql("""
                        update notice set reason = ?, due_at = ?, under_way = ?
                        where id = ? and state = 'waiting' and attempts = ?""")
                .params(reason, TimeColumn.of(at), unsure, notice.id(), notice.attempt())
                .update();
    }

    /** Once more from the start; only what is dead. */
    boolean again(long id, Instant now) {
        return jdbc.sql(
                                "update notice set state = 'waiting', attempts = 0, due_at = ?, ended_at = null where id = ? and state = 'dead'")
                        .params(TimeColumn.of(now), id)
                        .update()
                == 1;
    }
}
