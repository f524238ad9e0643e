package org.minqing.process.timers;

import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.desk.timers.TimerFilter;
import org.minqing.process.AppealHandling;
import org.minqing.process.PlannedWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The questions about timers. The engine keeps its times without a zone, in Asia/Shanghai. */
final class TimerSearch {

    /** One row for each timer of the engine, as {@code x}. */
    private static final String TIMERS = """
            \sfrom (select a.locality, a.number as appeal, coalesce(nullif(a.handling_unit, ''), a.respond_unit) as unit,
                 case when d.act_id_ in ('%s', '%s') then 'LIMIT' when d.act_id_ = '%s' then 'ANSWER'
                     when d.act_id_ = '%s' then 'PAUSE' when d.act_id_ in ('%s', '%s') then 'PLAN' else 'OTHER' end as timer,
                 j.duedate_ at time zone 'Asia/Shanghai' as due, j.retries_ as retries,
                 case when j.retries_ = 0 then 'FAILED' when j.suspension_state_ = 2 then 'SUSPENDED'
                     when j.exception_msg_ is not null or j.exception_stack_id_ is not null then 'RETRYING'
                     when j.duedate_ at time zone 'Asia/Shanghai' < :now then 'OVERDUE' else 'WAITING' end as state
               from act_ru_job j
               join act_ru_jobdef d on d.id_ = j.job_def_id_
               join act_ru_execution p on p.id_ = j.process_instance_id_
               join appeal a on a.number = p.business_key_
               where j.type_ = 'timer'%%s) x
            where true%%s""".formatted(
                    AppealHandling.FIRST_LIMIT,
                    AppealHandling.NEXT_LIMIT,
                    AppealHandling.ANSWER_LIMIT,
                    AppealHandling.PAUSE_ENDS,
                    PlannedWork.FIRST_DUE,
                    PlannedWork.NEXT_DUE);

    private TimerSearch() {}

    static StatementSpec count(JdbcClient jdbc, TimerFilter filter) {
        return bound(filter, jdbc.sql("select count(*)" + timers(filter)));
    }

    /** What was asked for and the alarms are looked up for what is shown, and not for all that was found. */
    static StatementSpec page(JdbcClient jdbc, TimerFilter filter, long most, long skip) {
        return bound(filter, jdbc.sql("with found as (select x.*" + timers(filter) + """
                \s order by x.due, x.appeal, x.timer limit :most offset :skip)
                select found.*, s.due_at as asked, exists (select from sla_alarm m
                    where m.appeal = found.appeal and m.timer = found.timer) as alarm
                from found left join lateral (select t.due_at from sla_timer t
                    where t.appeal = found.appeal and t.timer = found.timer order by t.id desc limit 1) s on true
                order by found.due, found.appeal, found.timer"""))
                .param("most", most)
                .param("skip", skip);
    }

    private static String timers(TimerFilter filter) {
        return TIMERS.formatted(place(filter).and(), asked(filter).and());
    }

    private static StatementSpec bound(TimerFilter filter, StatementSpec sql) {
        return sql.param("now", TimeColumn.of(filter.now()))
                .params(place(filter).values())
                .params(asked(filter).values());
    }

    /**
     * The locality is that of the timer and not of the appeal, or the database begins with all appeals of the locality, most
     * of which have ended.
     */
    private static Conditions place(TimerFilter f) {
        return new Conditions().when("j.tenant_id_ = :locality", f.locality());
    }

    private static Conditions asked(TimerFilter f) {
        return new Conditions()
                .when("x.appeal = :appeal", f.appeal())
                .when("x.state = :state", f.state())
                .when("x.unit = any (:units)", f.units())
                .when("x.due >= :from", f.from())
                .when("x.due < :until", f.until())
                .when("x.due < :before", f.lateBy() == null ? null : f.now().minus(f.lateBy()));
    }
}
