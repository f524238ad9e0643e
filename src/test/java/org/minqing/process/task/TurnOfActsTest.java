package org.minqing.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.Appeals;
import org.minqing.database.DatabaseClock;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who comes to the same appeal at the same moment writes his facts in the order in which they got it. */
@MinqingTest
class TurnOfActsTest extends AppealRules {

    @Autowired
    Appeals appeals;

    @Autowired
    DatabaseClock databaseClock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoWaitedForAnAppealActsAtTheTimeAtWhichHeGotIt() {
        var number = anAppeal().submitted().number();
        transaction.executeWithoutResult(status -> {
            var asked = databaseClock.instant();
            assertThat(databaseClock.instant())
                    .as("within a transaction time stands still")
                    .isEqualTo(asked);
            later(asked);
            appeals.lock(number);
            var got = databaseClock.instant();
            assertThat(got).isAfter(asked);
            later(got);
            appeals.lock(number);
            assertThat(databaseClock.instant()).as("one act has one time").isEqualTo(got);
        });
    }

    private void later(Instant than) {
        Instant now;
        do {
            now = jdbc.sql("select clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
        } while (!now.isAfter(than.plusMillis(1)));
    }
}
