package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;

/** A node starts only on a database that keeps what it was given, and stays healthy only there. */
class PromisesTest {

    private static final String ZONE = "Asia/Shanghai";

    @ParameterizedTest
    @CsvSource({
        "off, on, on, Asia/Shanghai, Asia/Shanghai, PT0S, fsync",
        "on, off, on, Asia/Shanghai, Asia/Shanghai, PT0S, full_page_writes",
        "on, on, off, Asia/Shanghai, Asia/Shanghai, PT0S, synchronous_commit",
        "on, on, on, UTC, Asia/Shanghai, PT0S, TimeZone",
        "on, on, on, Asia/Shanghai, UTC, PT0S, user.timezone",
        "on, on, on, Asia/Shanghai, Asia/Shanghai, PT30.001S, clock",
        "on, on, on, Asia/Shanghai, Asia/Shanghai, PT-30.001S, clock"
    })
    void whatIsNotAsItMustBeIsNamedInBothLanguages(
            String fsync, String pages, String commit, String session, String node, Duration skew, String named) {
        assertThat(new Promises(fsync, pages, commit, session, node, skew).broken())
                .singleElement()
                .asString()
                .contains(named + " 现在是", named + " is ", "应为", "must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "local", "remote_write", "remote_apply"})
    void everyCommitThatIsWrittenDownIsAccepted(String commit) {
        assertThat(new Promises("on", "on", commit, ZONE, ZONE, Duration.ZERO).broken())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT2S, false", "PT2.001S, true", "PT-2S, false", "PT-2.001S, true", "PT30S, true"})
    void clocksMoreThanTwoSecondsApartAreNotHealthyButNoReasonNotToStart(Duration skew, boolean apart) {
        var found = new Promises("on", "on", "on", ZONE, ZONE, skew);
        assertThat(found.clocksApart()).isEqualTo(apart);
        assertThat(found.broken()).isEmpty();
    }

    @Test
    void theTimeThatTheQuestionTookIsNoSkew() {
        var t = Instant.EPOCH;
        assertThat(DatabasePromises.skew(t, t.plusSeconds(1), t.plusSeconds(4))).isZero();
        assertThat(DatabasePromises.skew(t, t.plusSeconds(9), t.plusSeconds(4))).isEqualTo(Duration.ofSeconds(5));
        assertThat(DatabasePromises.skew(t, t.minusSeconds(9), t.plusSeconds(4)))
                .isEqualTo(Duration.ofSeconds(-9));
    }

    /** The defaults of the embedded server's library are for throw-away tests. */
    @Test
    void aRealServerThatMayLoseDataIsRefusedAndNotHealthy(@TempDir Path folder) throws IOException {
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(Path.of("target").toFile())
                .start()) {
            var database = server.getPostgresDatabase();
            assertThatThrownBy(() -> DatabasePromises.require(database))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("fsync", "synchronous_commit", "不能启动", "does not start");
            var health = new DatabasePromises().promisesHealthIndicator(database);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        }
    }
}
