package org.minqing.proof.campaign;

import java.time.Duration;
import java.time.Instant;
import org.minqing.proof.mould.Template;
import org.minqing.support.Session;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator moves a timer through Cockpit's own REST interface, on nodes that run as they are shipped. */
final class MovedTimer {

    private final Cluster cluster;
    private final JdbcClient jdbc;

    MovedTimer(Cluster cluster) {
        this.cluster = cluster;
        this.jdbc = JdbcClient.create(cluster.owner());
    }

    Result run() throws InterruptedException {
        var number = Template.claimed(cluster);
        var due = of(number, "select due_at::text from sla_clock where appeal = ? and clock = 'RESPOND'");
        var job = of(number, """
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and j.process_def_key_ = 'appealHandling'""");
        var moved = Instant.now();
        var answer = Session.of(cluster.node(1), "admin")
                .send(
                        "PUT",
                        "/camunda/api/engine/engine/default/job/" + job + "/duedate",
                        "{\"duedate\":\"2036-01-01T00:00:00.000+0800\"}");
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        Drain.until(
                "moved timer, alarms",
                1,
                () -> Long.parseLong(
                        of(number, "select count(*)::text from sla_alarm where appeal = ? and kind = 'MOVED'")));
        var after = Duration.between(moved, Instant.now());
        var result = new Result(cluster);
        result.figure("alarm after", "%.1f s (asked: 60 s)", after.toMillis() / 1e3);
        result.figure("alarm", "%s", of(number, """
                select kind || ', ' || person || ', ' || old_due || ' → ' || new_due from sla_alarm where appeal = ?"""));
        result.none("alarms that come too late", after.compareTo(Duration.ofMinutes(1)) > 0 ? 1 : 0);
        result.none(
                "deadlines that moved along",
                due.equals(of(number, "select due_at::text from sla_clock where appeal = ? and clock = 'RESPOND'"))
                        ? 0
                        : 1);
        return result;
    }

    private String of(String number, String sql) {
        return jdbc.sql(sql).param(number).query(String.class).single();
    }
}
