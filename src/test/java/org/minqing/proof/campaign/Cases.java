package org.minqing.proof.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The appeals of one campaign, in the order in which they fall due, in a table {@code campaign_case}. Their respond clocks
 * and timers are moved by SQL, as the application itself would move both: nobody waits for a day.
 */
final class Cases {

    /** The engine keeps its times without a zone, in Asia/Shanghai. */
    private static final String MOVE_TIMERS = """
            update act_ru_job j set duedate_ = c.at at time zone 'Asia/Shanghai'
            from campaign_case c join act_ru_execution e on e.business_key_ = c.number
            where j.process_instance_id_ = e.proc_inst_id_""";

    private static final String NOTE_TIMERS = """
            insert into sla_timer (appeal, timer, act, at, due_at)
            select number, 'LIMIT', 'MOVED', clock_timestamp(), at from campaign_case""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Cases(Cluster cluster) {
        jdbc = JdbcClient.create(cluster.owner());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(cluster.owner()));
        jdbc.sql("drop table if exists campaign_case").update();
        jdbc.sql("""
                create table campaign_case (position int primary key, number text not null unique, due timestamptz,
                    at timestamptz)""").update();
    }

    /** In this order. */
    void add(List<String> numbers) {
        jdbc.sql(
                        "insert into campaign_case (position, number) select n, number from unnest(?::text[]) with ordinality u(number, n)")
                .param(numbers.toArray(String[]::new))
                .update();
        jdbc.sql("analyze").update();
    }

    /** Their respond clocks are due from then on, one after the other; the warning is over. All at once. */
    void due(Instant first, Duration apart) {
        transaction.executeWithoutResult(tx -> {
            spread("due", first, apart);
            jdbc.sql("update campaign_case set at = due + interval '1 ms'").update();
            jdbc.sql("""
                    update sla_clock s set due_at = c.due, warned = true from campaign_case c
                    where s.appeal = c.number and s.clock = 'RESPOND'""").update();
            moveTimers();
        });
    }

    /** The next rung is due from then on, in the same order. All at once. */
    void nextRung(Instant first, Duration apart) {
        transaction.executeWithoutResult(tx -> {
            spread("at", first, apart);
            jdbc.sql("""
                    update sla_clock s set next_rung_at = c.at from campaign_case c
                    where s.appeal = c.number and s.clock = 'RESPOND'""").update();
            moveTimers();
        });
    }

    private void spread(String column, Instant first, Duration apart) {
        jdbc.sql(
                        "update campaign_case set " + column
                                + " = date_trunc('milliseconds', ?::timestamptz + (position - 1) * ? * interval '1 microsecond')")
                .params(first.atOffset(ZoneOffset.UTC), apart.toNanos() / 1000)
                .update();
    }

    private void moveTimers() {
        jdbc.sql(MOVE_TIMERS).update();
        jdbc.sql(NOTE_TIMERS).update();
    }
}
