package org.minqing.process.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** A node whose clock runs ahead of the database's fires its timers early. */
@MinqingTest
class NodeAheadTest extends AppealRules {

    private static final Duration AHEAD = Duration.ofSeconds(2);

    @AfterEach
    void inStep() {
        ClockUtil.setCurrentTime(Date.from(time.instant()));
    }

    @Test
    void aTimerThatFiresEarlyBreachesNothingAndWaitsOnceForTheDatabase() {
        var appeal = anAppeal().submitted().claimedBy("grid-01");
        time.pass("PT20H");
        var due = timer(appeal).getDuedate().toInstant();
        time.set(due.minus(AHEAD).plusMillis(1));
        ClockUtil.setCurrentTime(Date.from(due.plusMillis(1)));

        engine.getManagementService().executeJob(timer(appeal).getId());
        assertThat(appeal.clocks()).contains("RESPOND 0 RUNNING");
        // Two seconds by the clock of this node, and not at once.
        assertThat(timer(appeal).getDuedate().toInstant()).isEqualTo(due.plus(AHEAD));

        time.set(due);
        ClockUtil.setCurrentTime(Date.from(due.plus(AHEAD)));
        engine.getManagementService().executeJob(timer(appeal).getId());
        assertThat(appeal.clocks()).contains("RESPOND 0 BREACHED");
    }

    private Job timer(AppealCase appeal) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(appeal.process().getId())
                .singleResult();
    }
}
