package org.minqing.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.code.Coded;
import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Locality;
import org.minqing.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What administrators did about accounts: written with the act and never changed. */
@Component
public class PersonActs {

    private final JdbcClient jdbc;
    private final Holdings holdings;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    PersonActs(JdbcClient jdbc, Holdings holdings, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.holdings = holdings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * One administrator at a time changes accounts, until his transaction ends: what he was shown is what he decides about.
     *
     * @throws Refusal if another one does so right now
     */
    public void begin() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(28020, 14)")
                .query(Boolean.class)
                .single()) {
            throw Refusal.conflict("另一位管理员正在修改人员，请稍后再试。", "Another administrator is changing accounts; try again.");
        }
    }

    /**
     * @param before as it was; null for a new account
     * @param after  as it is now
     * @param act    what is told beside them
     */
    void write(Account before, Account after, Told act) {
        var from = before == null ? List.<String>of() : before.groups();
        jdbc.sql("""
                        insert into person_act (person, kind, localities, name_before, name_after, posts_before, posts_after,
                          tasks, reason, by_list, done_by, done_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        after.userId(),
                        act.kind().code(),
                        localities(before, after),
                        before == null ? null : before.name(),
                        after.name(),
                        from.toArray(String[]::new),
                        after.groups().toArray(String[]::new),
                        act.tasks(),
                        act.reason(),
                        act.byList(),
                        act.by(),
                        TimeColumn.of(clock.instant()))
                .update();
        events.publishEvent(new AccountChanged(after.userId(), after.groups(), act.kind() == PersonActKind.CLOSED));
    }

    /** @param tasks how many went back to their posts */
    record Told(PersonActKind kind, int tasks, String reason, boolean byList, String by) {}

    /**
     * Newest first.
     *
     * @param locality of whose people; null for all
     * @param person   whose account; null for all
     */
    public List<PersonAct> find(String locality, String person, int size, long before) {
        var asked = asked(locality, person);
        return jdbc.sql("select * from person_act where true" + asked.and() + " order by id desc limit " + size
                        + " offset " + before)
                .params(asked.values())
                .query((row, n) -> act(row))
                .list();
    }

    public long count(String locality, String person) {
        var asked = asked(locality, person);
        return jdbc.sql("select count(*) from person_act where true" + asked.and())
                .params(asked.values())
                .query(Long.class)
                .single();
    }

    private static Conditions asked(String locality, String person) {
        return new Conditions().when(":locality = any (localities)", locality).when("person = :person", person);
    }

    private String[] localities(Account before, Account after) {
        return Stream.of(before, after)
                .filter(account -> account != null)
                .flatMap(account -> Stream.of(account.groups(), account.lastGroups()))
                .flatMap(groups -> holdings.localityOf(groups).stream())
                .map(Locality::code)
                .distinct()
                .toArray(String[]::new);
    }

    private static PersonAct act(ResultSet row) throws SQLException {
        return new PersonAct(
                row.getString("person"),
                Coded.of(PersonActKind.class, row.getString("kind")),
                row.getString("name_before"),
                row.getString("name_after"),
                texts(row.getArray("posts_before")),
                texts(row.getArray("posts_after")),
                row.getInt("tasks"),
                row.getString("reason"),
                row.getBoolean("by_list"),
                row.getString("done_by"),
                TimeColumn.read(row, "done_at"));
    }

    private static List<String> texts(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }
}
