package org.minqing.process.timers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.desk.cockpit.RunningProcesses;
import org.minqing.desk.cockpit.StepCount;
import org.minqing.process.AppealHandling;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks at the engine's running tables together with ours: the engine's own queries know no clocks and would ask once for
 * each row. What has ended has no row there, so however much has ended, nothing here takes longer.
 */
@Repository
class EngineRunning implements RunningProcesses {

    /**
     * A task is late when the clock that its step serves is past its deadline and has not been stopped. Not by the task's own
     * due date: that is set when the task appears, and stays when the clock is extended. Tasks of other processes
     * serve no clock and go by that date.
     */
    private static final String STEPS = """
            select t.task_def_key_ as step, max(t.name_) as name, count(*) as waiting,
                count(*) filter (where case when r.key_ <> '%s'
                    then t.due_date_ at time zone 'Asia/Shanghai' < :now else exists (select from sla_clock c
                    where c.appeal = p.business_key_ and c.stopped_at is null and c.due_at < :now and c.clock = case
                        when t.task_def_key_ in ('%s', '%s', '%s') then 'RESPOND'
                        when t.task_def_key_ = '%s' then 'CALL_BACK' else 'RESOLVE' end) end) as late
            from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                join act_re_procdef r on r.id_ = t.proc_def_id_
            where true%%s
            group by t.task_def_key_ order by t.task_def_key_""".formatted(
                    AppealHandling.PROCESS,
                    AppealHandling.RESPOND,
                    AppealHandling.REROUTE,
                    AppealHandling.ANSWER_CONSULTATION,
                    AppealHandling.CALL_RESIDENT);

    private final JdbcClient jdbc;

    EngineRunning(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StepCount> steps(String definition, StaffMember reader, Instant now) {
        var asked = new Conditions()
                .when("t.proc_def_id_ = :definition", definition)
                .when("t.tenant_id_ = :locality", reader.locality());
        return jdbc.sql(STEPS.formatted(asked.and()))
                .param("now", TimeColumn.of(now))
                .params(asked.values())
                .query((rs, row) -> new StepCount(
                        rs.getString("step"), rs.getString("name"), rs.getInt("waiting"), rs.getInt("late")))
                .list();
    }

    @Override
    public Optional<String> appealOf(String processInstance) {
        return jdbc.sql(
                        "select business_key_ from act_hi_procinst where proc_inst_id_ = ? and business_key_ is not null")
                .param(processInstance)
                .query(String.class)
                .optional();
    }
}
