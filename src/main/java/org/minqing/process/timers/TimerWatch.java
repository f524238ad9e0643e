package org.minqing.process.timers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.minqing.database.TimeColumn;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.process.PlannedWork;
import org.minqing.sla.Alarm;
import org.minqing.sla.Alarms;
import org.minqing.sla.TimerLog.Timer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the engine's timers with what the application set, and raises an alarm where they differ: an operator may move,
 * suspend or delete a timer in Cockpit or by SQL, and nothing else would show it. It changes nothing.
 */
@Component
public class TimerWatch {

    /**
     * One row for each open appeal with something still to fall due: what was set last, and the engine's timer. The
     * engine keeps its times without a zone, in Asia/Shanghai.
     */
    private static final String DIFFERENT = """
            with expected as (
              select c.appeal, 'LIMIT' as timer, case when c.clock = 'REVIEW' then '%s' else '%s' end as process,
                  array['%s', '%s'] as activities from sla_clock c
              where c.stopped_at is null and c.clock <> 'CALL_BACK' and (c.outcome is null or c.next_rung_at is not null)
              group by c.appeal, 3
              union all
              select c.appeal, 'ANSWER', '%s', array['%s'] from sla_clock c
              where c.stopped_at is null and c.clock = 'CALL_BACK'
              union all
              select a.number, 'PLAN', '%s', array['%s', '%s'] from appeal a
              where a.closed_at is null and a.status = 'PLANNED'),
            seen as (
              select e.appeal, e.timer, e.process, s.due_at as was_set, p.proc_inst_id_ as instance, j.id_ as job,
                  j.duedate_ at time zone 'Asia/Shanghai' as due, j.suspension_state_ as state, j.retries_ as retries,
                  j.exception_msg_ is not null or j.exception_stack_id_ is not null as failed
              from expected e
              cross join lateral (select due_at from sla_timer t where t.appeal = e.appeal and t.timer = e.timer
                  order by t.id desc limit 1) s
              join act_ru_execution p on p.business_key_ = e.appeal and p.parent_id_ is null
                  and p.proc_def_id_ in (select id_ from act_re_procdef where key_ = e.process)
              left join lateral (select j.* from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                  where j.process_instance_id_ = p.proc_inst_id_ and d.act_id_ = any (e.activities) limit 1) j on true)
            select seen.*, o.user_id_ as person from seen
            left join lateral (select user_id_ from act_hi_op_log o
                where o.user_id_ is not null and (o.job_id_ = seen.job or o.proc_inst_id_ = seen.instance
                    or (o.proc_def_key_ = seen.process and o.proc_inst_id_ is null))
                  and o.operation_type_ in ('SetDueDate', 'RecalculateDueDate', 'Suspend', 'SuspendJob', 'Delete',
                      'SetJobRetries', 'ModifyProcessInstance')
                order by o.timestamp_ desc limit 1) o on true
            where job is null or state = 2 or retries = 0 or failed or due is distinct from was_set""".formatted(
                    AppealReview.PROCESS,
                    AppealHandling.PROCESS,
                    AppealHandling.FIRST_LIMIT,
                    AppealHandling.NEXT_LIMIT,
                    AppealHandling.PROCESS,
                    AppealHandling.ANSWER_LIMIT,
                    PlannedWork.PROCESS,
                    PlannedWork.FIRST_DUE,
                    PlannedWork.NEXT_DUE);

    private final JdbcClient jdbc;
    private final Alarms alarms;
    private final InstantSource clock;

    TimerWatch(JdbcClient jdbc, Alarms alarms, InstantSource clock) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${minqing.sla.sweep-every}", initialDelayString = "${minqing.sla.sweep-every}")
    void tick() {
        look();
    }

    /** @return how many new alarms were raised */
    public int look() {
        return (int) jdbc.sql(DIFFERENT).query(this::alarm).list().stream()
                .filter(alarms::raise)
                .count();
    }

    private Alarm alarm(ResultSet rs, int row) throws SQLException {
        return new Alarm(
                rs.getString("appeal"),
                Timer.valueOf(rs.getString("timer")),
                kind(rs),
                Optional.ofNullable(rs.getString("person")).orElse(""),
                TimeColumn.read(rs, "was_set"),
                TimeColumn.read(rs, "due"),
                clock.instant());
    }

    private static Alarm.Kind kind(ResultSet rs) throws SQLException {
        if (rs.getString("job") == null) {
            return Alarm.Kind.DELETED;
        }
        if (rs.getInt("retries") == 0) {
            return Alarm.Kind.DEAD;
        }
        if (rs.getBoolean("failed")) {
            return Alarm.Kind.FAILING;
        }
        return rs.getInt("state") == 2 ? Alarm.Kind.SUSPENDED : Alarm.Kind.MOVED;
    }
}
