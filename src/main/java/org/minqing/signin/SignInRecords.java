package org.minqing.signin;

import java.time.InstantSource;
import java.util.List;
import org.minqing.code.Coded;
import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who signed in, failed to, or was let in again by hand. Added to and read, never changed. */
@Component
class SignInRecords {

    /**
     * One line.
     *
     * @param at       in ISO form with +08:00
     * @param person   user id; null if there was nobody of that name
     * @param locality its code; null for whoever works in none, and for nobody
     */
    public record Line(String at, String person, String locality, String network, SignInOutcome outcome) {}

    /** Null means any. */
    record Filter(String locality, String person, SignInOutcome outcome) {}

    /** In place of a network. */
    private static final String CONSOLE = "console";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    SignInRecords(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param person null if there is nobody of that name */
    void add(StaffMember person, String network, SignInOutcome outcome) {
        insert(person == null ? null : person.userId(), person == null ? null : person.locality(), network, outcome);
    }

    /** The same by somebody at the server, who knows no locality: where the person signed in for last. */
    void unlocked(String person) {
        var locality = jdbc.sql("""
                        select locality from sign_in_record where person = ? and locality is not null
                        order by id desc limit 1""").param(person).query(String.class).optional();
        insert(person, locality.orElse(null), CONSOLE, SignInOutcome.UNLOCKED);
    }

    long count(Filter filter) {
        var where = where(filter);
        return jdbc.sql("select count(*) from sign_in_record where true" + where.and())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    /**
     * The newest first.
     *
     * @param skip so many are left out at the beginning
     */
    List<Line> find(Filter filter, int most, long skip) {
        var where = where(filter);
        return jdbc.sql("select at, person, locality, network, outcome from sign_in_record where true" + where.and()
                        + " order by id desc limit :most offset :skip")
                .params(where.values())
                .param("most", most)
                .param("skip", skip)
                .query((row, n) -> new Line(
                        Times.iso(TimeColumn.read(row, "at")),
                        row.getString("person"),
                        row.getString("locality"),
                        row.getString("network"),
                        Coded.of(SignInOutcome.class, row.getString("outcome"))))
                .list();
    }

    private static Conditions where(Filter filter) {
        return new Conditions()
                .when("locality = :locality", filter.locality())
                .when("person = :person", filter.person())
                .when(
                        "outcome = :outcome",
                        filter.outcome() == null ? null : filter.outcome().code());
    }

    private void insert(String person, String locality, String network, SignInOutcome outcome) {
        jdbc.sql("insert into sign_in_record (at, person, locality, network, outcome) values (?, ?, ?, ?, ?)")
                .params(TimeColumn.of(clock.instant()), person, locality, network, outcome.code())
                .update();
    }
}
