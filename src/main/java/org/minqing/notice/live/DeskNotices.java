package org.minqing.notice.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.minqing.database.TimeColumn;
import org.minqing.notice.channel.Channel;
import org.minqing.notice.outbox.Letters;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices that pages show. They wait until their reader says that he saw them; what nobody needs any more is gone by itself. */
@Component
public class DeskNotices {

    /** One that is due, for one reader. */
    record Due(String receiver, Letters.About about, long id, boolean grave, boolean waiting) {}

    private static final int MOST = 50;

    private static final String FOUND = """
            select n.id, n.receiver, n.locality, n.grave, n.unless_taken, n.state, f.code, f.appeal, f.task, f.at
            from notice n join notice_fact f on f.id = n.fact where n.channel = 'desk' and\s""";

    private final JdbcClient jdbc;
    private final Letters letters;
    private final InstantSource clock;

    DeskNotices(JdbcClient jdbc, Letters letters, InstantSource clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * What became due lately, whoever of these it is for: danger first. Of very many for one of them, as when thousands of limits
     * run out in one minute, only the newest: a page shows three, and its list has the rest.
     */
    List<Due> due(Collection<String> people, Duration lately) {
        var now = clock.instant();
        return jdbc.sql(FOUND + """
                        n.id in (
                          select id from (
                            select id, row_number() over (partition by receiver order by grave desc, id desc) nth from notice
                            where channel = 'desk' and state = 'waiting' and due_at > ? and due_at <= ? and receiver = any (?)) d
                          where nth <= ?)
                        order by n.grave desc, n.id""")
                .params(TimeColumn.of(now.minus(lately)), TimeColumn.of(now), people.toArray(String[]::new), MOST)
                .query(DeskNotices::due)
                .list();
    }

    /** The last ones of somebody, the newest first; those that are due and not seen before all others. */
    public List<DeskNotice> of(String person, int most) {
        return jdbc
                .sql(FOUND + """
                        n.receiver = ? and n.state in ('waiting', 'sent') and n.due_at <= ?
                        order by n.state = 'waiting' desc, n.id desc limit ?""")
                .params(person, TimeColumn.of(clock.instant()), most)
                .query(DeskNotices::due)
                .list()
                .stream()
                .flatMap(due -> shown(due).stream())
                .toList();
    }

    /** Empty, and gone, if nobody needs it any more. */
    Optional<DeskNotice> shown(Due due) {
        var letter = letters.write(due.about());
        if (letter.isEmpty() && due.waiting()) {
            end(due.id(), due.receiver(), "unneeded", clock.instant());
        }
        return letter.map(Letters.Letter::message)
                .map(message -> new DeskNotice(
                        due.id(),
                        due.grave(),
                        message.title(),
                        message.text(),
                        message.link(),
                        Times.words(message.at()),
                        !due.waiting()));
    }

    /** He saw all up to that one. */
    public void seen(String person, long upTo) {
        jdbc.sql("""
                        update notice set state = 'sent', ended_at = ?
                        where channel = 'desk' and receiver = ? and state = 'waiting' and id <= ? and due_at <= ?""")
                .params(TimeColumn.of(clock.instant()), person, upTo, TimeColumn.of(clock.instant()))
                .update();
    }

    private void end(long id, String person, String state, Instant now) {
        jdbc.sql("update notice set state = ?, ended_at = ? where id = ? and receiver = ? and state = 'waiting'")
                .params(state, TimeColumn.of(now), id, person)
                .update();
    }

    private static Due due(ResultSet row, int index) throws SQLException {
        var receiver = row.getString("receiver");
        return new Due(
                receiver,
                new Letters.About(
                        "notice-" + row.getLong("id"),
                        receiver,
                        Channel.DESK.code(),
                        row.getString("locality"),
                        row.getString("code"),
                        row.getString("appeal"),
                        row.getString("task"),
                        row.getBoolean("unless_taken"),
                        TimeColumn.read(row, "at")),
                row.getLong("id"),
                row.getBoolean("grave"),
                row.getString("state").equals("waiting"));
    }
}
