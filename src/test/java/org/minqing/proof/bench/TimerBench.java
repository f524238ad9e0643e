package org.minqing.proof.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.minqing.MinqingApplication;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Facts;
import org.minqing.intake.Attempt;
import org.minqing.intake.Intake;
import org.minqing.intake.Submission;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How late a timer fires on a node that has nothing else to do: the case in which the engine sleeps the longest. */
final class TimerBench {

    private static final int TIMERS = 12;
    private static final Duration IDLE = Duration.ofSeconds(12);

    void timers() throws Exception {
        var report = new Report("Timers on an idle node: " + TIMERS + ", one at a time");
        var late = new ArrayList<Duration>();
        TimeZone.setDefault(TimeZone.getTimeZone(MinqingApplication.ZONE));
        var data = Folders.empty("timers");
        try (var application = new SpringApplicationBuilder(MinqingApplication.class)
                .run("--server.port=0", "--minqing.data-dir=" + data, "--minqing.demonstration-appeals=false")) {
            var jdbc = application.getBean(JdbcClient.class);
            var engine = application.getBean(ManagementService.class);
            for (int i = 0; i < TIMERS; i++) {
                var number = submit(application.getBean(Intake.class));
                // The others have fired and wait at the model's next timer.
                var timer = engine.createJobQuery()
                        .activityId("startEvent_limitReached")
                        .singleResult();
                // Long enough for the executor to have gone to its longest sleep, and not in step with it.
                var due = Instant.now().plus(IDLE).plusMillis(i * 271L);
                engine.setJobDuedate(timer.getId(), Date.from(due));
                late.add(Duration.between(due, firedAt(jdbc, number)));
            }
        }
        late.sort(Duration::compareTo);
        report.line(
                "late by: median %d ms, most %d ms (goal: at most 10 s)",
                late.get(TIMERS / 2).toMillis(), late.get(TIMERS - 1).toMillis());
        report.write();
    }

    private static String submit(Intake intake) {
        var submission = new Submission(
                "shibu",
                "phone",
                "help",
                "other",
                "门前积水",
                "雨后门前积水两天没有退。",
                "shibu-chengxi-1-01",
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                List.of(),
                Facts.NONE);
        var key = UUID.randomUUID().toString();
        return intake.accept(submission, Attempt.of(key, key), Actor.RESIDENT).number();
    }

    /** By the clock of the database. The timer finds its clock not due yet: that it looked is what is measured. */
    private static Instant firedAt(JdbcClient jdbc, String number) throws InterruptedException {
        var until = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(until)) {
            var fired = jdbc.sql("select at from sla_timer where appeal = ? and act = 'FIRED' order by id limit 1")
                    .param(number)
                    .query(OffsetDateTime.class)
                    .optional();
            if (fired.isPresent()) {
                return fired.get().toInstant();
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The timer of " + number + " did not fire within a minute");
    }
}
