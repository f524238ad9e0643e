package org.minqing.proof.campaign;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.minqing.proof.bench.Report;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same storm on a stock Camunda 7.24 with its defaults, one node, on a PostgreSQL of its own that waits for the disk as
 * ours does: bare timers, start, timer, end. It knows no clock, ledger, chain, escalation, task or right.
 */
final class StockStorm {

    private static final int STARTERS = 4;

    private final Path folder;
    private final int timers;
    private final Duration within;

    StockStorm(Path folder, int timers, Duration within) {
        this.folder = folder;
        this.timers = timers;
        this.within = within;
    }

    void run(Report report) throws IOException, InterruptedException {
        try (var postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setOverrideWorkingDirectory(folder.resolve("runtime").toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("timezone", "Asia/Shanghai")
                        .start();
                var pool = new HikariDataSource()) {
            pool.setDataSource(postgres.getPostgresDatabase());
            // As many as ours: ten threads that take a second connection for ids would wait for each other in a pool of
            // ten.
            pool.setMaximumPoolSize(42);
            var configuration = new StandaloneProcessEngineConfiguration();
            configuration
                    .setProcessEngineName("stock-storm")
                    .setDataSource(pool)
                    .setDatabaseSchemaUpdate("true")
                    // As its distributions and its starter say.
                    .setHistory("full")
                    .setJobExecutorActivate(false);
            var engine = configuration.buildProcessEngine();
            try {
                start(engine);
                var jdbc = JdbcClient.create(pool);
                due(jdbc);
                configuration.getJobExecutor().start();
                Drain.until(
                        "storm, stock engine",
                        timers,
                        () -> jdbc.sql("select count(*) from act_hi_procinst where end_time_ is not null")
                                .query(Long.class)
                                .single());
                tell(report, jdbc);
            } finally {
                engine.close();
            }
        }
    }

    private void start(ProcessEngine engine) throws InterruptedException {
        var model = Bpmn.createExecutableProcess("bare")
                .camundaHistoryTimeToLiveString("P1825D")
                .startEvent()
                .intermediateCatchEvent()
                .timerWithDuration("P1D")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bare.bpmn", model)
                .deploy();
        var starters = Executors.newFixedThreadPool(STARTERS);
        for (int i = 0; i < timers; i++) {
            starters.submit(() -> engine.getRuntimeService().startProcessInstanceByKey("bare"));
        }
        starters.shutdown();
        starters.awaitTermination(1, TimeUnit.HOURS);
    }

    private void due(JdbcClient jdbc) {
        var first = Instant.now().plusSeconds(3 + timers / 5000).truncatedTo(ChronoUnit.SECONDS);
        jdbc.sql("""
                create table due as select process_instance_id_ as instance,
                ?::timestamp + (row_number() over () - 1) * ? * interval '1 microsecond' as due from act_ru_job""")
                .params(Timestamp.from(first), within.toNanos() / 1000 / timers)
                .update();
        jdbc.sql("update act_ru_job j set duedate_ = due from due where instance = process_instance_id_")
                .update();
        jdbc.sql("analyze").update();
    }

    private void tell(Report report, JdbcClient jdbc) {
        var rate = jdbc.sql("""
                select round(count(*) / extract(epoch from max(end_time_) - min(due)))::text
                from due join act_hi_procinst on proc_inst_id_ = instance""").query(String.class).single();
        var late = jdbc.sql("""
                select concat_ws(' / ', round(p[1]), round(p[2]), round(p[3])) from (
                select percentile_disc(array[0.5, 0.99, 1]) within group (order by extract(epoch from end_time_ - due) * 1000) p
                from due join act_hi_procinst on proc_inst_id_ = instance) q""").query(String.class).single();
        report.line(
                "beside it, stock Camunda 7.24 with its defaults, one JVM: %d bare timers, %s per second; late by p50 / p99 / most %s ms",
                timers, rate, late);
        report.line(
                "stock, per timer: an execution and its job go, three rows of history. Ours, per timer: the lock of the appeal, "
                        + "the clock, two chained rows of the ledger, the timeline, the escalation table with its history, a task with its "
                        + "candidates and rights, the next timer, the log of timers.");
    }
}
