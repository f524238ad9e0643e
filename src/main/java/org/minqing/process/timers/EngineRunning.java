package org.minqing.process.timers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.desk.cockpit.RunningProcesses;
import org.minqing.desk.cockpit.StepCount;
import org.minqing.security.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks at the engine's running tables together with ours: the engine's own queries know no clocks and would ask once for
 * each row. What has ended has no row there, so however much has ended, nothing here takes longer.
 */
@Repository
class EngineRunning implements RunningProcesses {

    /** By the due date that the engine's own lists go by, and that keeps step with the clocks. */
    private static final String STEPS = """
            select t.task_def_key_ as step, max(t.name_) as name, count(*) as waiting,
                count(*) filter (where t.due_date_ at time zone 'Asia/Shanghai' < :now) as late
            from act_ru_task t where true%s
            group by t.task_def_key_ order by t.task_def_key_""";

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
