package org.minqing.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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

    /** Newest first. */
    public List<Alarm> of(String locality, int most) {
        return jdbc.sql("""
                select l.* from sla_alarm l join appeal a on a.number = l.appeal
                where a.locality = ? order by l.id desc limit ?""").params(locality, most).query(Alarms::alarm).list();
    }

    /** Of one appeal, newest first. */
    public List<Alarm> about(String appeal) {
        return jdbc.sql("select * from sla_alarm where appeal = ? order by id desc")
                .param(appeal)
                .query(Alarms::alarm)
                .list();
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
