package org.minqing.process.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.SimpleDateFormat;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.sla.Alarm;
import org.minqing.sla.Alarms;
import org.minqing.sla.Sweeper;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;

/** Timers that somebody touched behind the application's back. */
@MinqingTest
class TimerWatchTest extends AppealRules {

    @Autowired
    TimerWatch watch;

    @Autowired
    Sweeper sweeper;

    @Autowired
    Alarms alarms;

    private AppealCase appeal;

    @BeforeEach
    void somethingToWatch() {
        // What earlier tests left is seen once and no more.
        watch.look();
        appeal = anAppeal().submitted().claimedBy("grid-01");
    }

    @Test
    void timersAsTheApplicationSetThemRaiseNoAlarm() {
        assertThat(watch.look()).isZero();
        time.pass("P3D");
        assertThat(watch.look()).isZero();
        appeal.respondedBy("grid-01").asks("secretary-erju", "extend", 3).grantedBy("supervisor");
        assertThat(watch.look()).isZero();
        appeal.handledBy("secretary-erju");
        assertThat(watch.look()).isZero();
    }

    @Test
    void aTimerThatAnAdministratorMovedInCockpitIsNamedOnceWithHisNameAndBothTimesAndTheVerdictStays() {
        var job = timer();
        var moved = Date.from(job.getDuedate().toInstant().plus(Duration.ofDays(30)));
        var answer = Session.of(api, "admin")
                .send(
                        "PUT",
                        "/camunda/api/engine/engine/default/job/" + job.getId() + "/duedate",
                        "{\"duedate\":\"" + new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZ").format(moved) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

        assertThat(watch.look()).isEqualTo(1);
        assertThat(watch.look()).isZero();
        assertThat(mine()).singleElement().satisfies(a -> {
            assertThat(a.kind()).isEqualTo(Alarm.Kind.MOVED);
            assertThat(a.person()).isEqualTo("admin");
            assertThat(a.oldDue()).isEqualTo(job.getDuedate().toInstant());
            assertThat(a.newDue()).isEqualTo(moved.toInstant());
        });

        time.set("2026-03-03T09:02");
        sweeper.breaches();
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
    }

    @Test
    void aSuspendedTimerIsFound() {
        engine.getManagementService().suspendJobById(timer().getId());
        assertThat(watch.look()).isEqualTo(1);
        assertThat(mine()).singleElement().extracting(Alarm::kind).isEqualTo(Alarm.Kind.SUSPENDED);
    }

    @Test
    void aDeletedTimerIsFoundAndItsBreachIsStillWritten() {
        engine.getManagementService().deleteJob(timer().getId());
        assertThat(watch.look()).isEqualTo(1);
        assertThat(mine()).singleElement().extracting(Alarm::kind).isEqualTo(Alarm.Kind.DELETED);
        time.set("2026-03-03T09:02");
        sweeper.breaches();
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
    }

    @Test
    void aTimerWithoutRetriesIsFound() {
        engine.getManagementService().setJobRetries(timer().getId(), 0);
        assertThat(watch.look()).isEqualTo(1);
        assertThat(mine()).singleElement().extracting(Alarm::kind).isEqualTo(Alarm.Kind.DEAD);
    }

    @Test
    void aTimerMovedPastTheEngineBySqlIsFoundThoughNobodyIsNamed() {
        jdbc.sql("update act_ru_job set duedate_ = duedate_ + interval '1 hour' where id_ = ?")
                .param(timer().getId())
                .update();
        assertThat(watch.look()).isEqualTo(1);
        assertThat(mine()).singleElement().satisfies(a -> {
            assertThat(a.kind()).isEqualTo(Alarm.Kind.MOVED);
            assertThat(a.person()).isEmpty();
        });
    }

    private Job timer() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(appeal.process().getId())
                .singleResult();
    }

    private List<Alarm> mine() {
        return alarms.of("ganshui", 1000).stream()
                .map(Alarms.Standing::alarm)
                .filter(a -> a.appeal().equals(appeal.number()))
                .toList();
    }
}
