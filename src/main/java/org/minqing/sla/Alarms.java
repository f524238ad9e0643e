package org.minqing.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.database.TimeColumn;
import org.minqing.time.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alarms for auditors: each finding is raised once, however many nodes and rounds find it. */
@Repository
public class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private static final String STANDING = """
            select l.*, t.person_as, t.at as taken_at, t.words
            from sla_alarm l join appeal a on a.number = l.appeal left join alarm_taking t on t.alarm = l.id where\s""";

    /**
     * One that was raised.
     *
     * @param taking null while nobody has looked into it
     */
    public record Standing(long id, Alarm alarm, Taking taking) {}

    /**
     * Somebody looks into it.
     *
     * @param as    his unit and post
     * @param words what he says of it
     */
    public record Taking(String as, Instant at, String words) {}

    private final JdbcClient jdbc;

    Alarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new */
    public boolean raise(Alarm a) {
        var fresh = jdbc.sql("""
                insert into sla_alarm (appeal, timer, kind, finding, person, old_due, new_due, found_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                a.appeal(),
                                a.timer().name(),
                                a.kind().name(),
                                a.oldDue() + "/" + a.newDue(),
                                a.person(),
                                TimeColumn.of(a.oldDue()),
                                TimeColumn.of(a.newDue()),
                                TimeColumn.of(a.foundAt()))
                        .update()
                > 0;
        if (fresh) {
            tell(a);
        }
        return fresh;
    }

    private static void tell(Alarm a) {
        if (a.kind() == Alarm.Kind.NOBODY_LEFT) {
            LOG.warn(
                    "{} {}。Nobody may do what is due: appoint somebody.",
                    a.appeal(),
                    a.kind().label());
        } else {
            LOG.warn(
                    "{} {}：{}，{} → {}，操作人 {}。A timer is not as it was set.",
                    a.appeal(),
                    a.timer().label(),
                    a.kind().label(),
                    words(a.oldDue()),
                    words(a.newDue()),
                    a.person().isEmpty() ? "未知" : a.person());
        }
    }

    /** What nobody has looked into first, then newest first. */
    public List<Standing> of(String locality, int most) {
        return jdbc.sql(STANDING + "a.locality = ? order by t.alarm is not null, l.id desc limit ?")
                .params(locality, most)
                .query(Alarms::standing)
                .list();
    }

    /** Of one appeal, newest first. */
    public List<Standing> about(String appeal) {
        return jdbc.sql(STANDING + "l.appeal = ? order by l.id desc")
                .param(appeal)
                .query(Alarms::standing)
                .list();
    }

    /** Empty if there is none, or its appeal is hidden from whoever reads. */
    public Optional<Standing> find(long id) {
        return jdbc.sql(STANDING + "l.id = ?").param(id).query(Alarms::standing).optional();
    }

    /** How many of a locality nobody has looked into. */
    public long untaken(String locality) {
        return jdbc.sql("""
                        select count(*) from sla_alarm l join appeal a on a.number = l.appeal
                        where a.locality = ? and not exists (select from alarm_taking t where t.alarm = l.id)""").param(locality).query(Long.class).single();
    }

    /** @return whether nobody was faster */
    public boolean take(Standing alarm, Actor by, Instant at, String words) {
        return jdbc.sql("""
                        insert into alarm_taking (alarm, appeal, person, person_as, at, words) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(alarm.id(), alarm.alarm().appeal(), by.person(), by.as(), TimeColumn.of(at), words)
                        .update()
                > 0;
    }

    private static Standing standing(ResultSet rs, int row) throws SQLException {
        var at = TimeColumn.read(rs, "taken_at");
        return new Standing(
                rs.getLong("id"),
                alarm(rs, row),
                at == null ? null : new Taking(rs.getString("person_as"), at, rs.getString("words")));
    }

    private static Alarm alarm(ResultSet rs, int row) throws SQLException {
        return new Alarm(
                rs.getString("appeal"),
                TimerLog.Timer.valueOf(rs.getString("timer")),
                Alarm.Kind.valueOf(rs.getString("kind")),
                rs.getString("person"),
                TimeColumn.read(rs, "old_due"),
                TimeColumn.read(rs, "new_due"),
                TimeColumn.read(rs, "found_at"));
    }

    private static String words(Instant at) {
        return at == null ? "无" : Times.iso(at);
    }
}
