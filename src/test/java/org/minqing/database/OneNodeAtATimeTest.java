package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes that start together do it one after the other, however long one of them takes. */
@Timeout(60)
class OneNodeAtATimeTest {

    /** The shortest that the driver knows. */
    private static final int SOCKET_TIMEOUT_SECONDS = 1;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(Path.of("target").toFile())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aNodeWaitsForAnotherLongerThanItsSocketWould() throws Exception {
        List<String> done = new CopyOnWriteArrayList<>();
        var begun = new CountDownLatch(1);
        var nodes = Executors.newSingleThreadExecutor();
        try {
            var first = nodes.submit(() -> new OneNodeAtATime(database(0)).run(() -> {
                begun.countDown();
                // As long as a first start is to the real time-out; the database keeps the time.
                JdbcClient.create(database(0))
                        .sql("select 1 from pg_sleep(" + 3 * SOCKET_TIMEOUT_SECONDS + ")")
                        .query()
                        .singleValue();
                done.add("first");
            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            new OneNodeAtATime(database(SOCKET_TIMEOUT_SECONDS)).run(() -> done.add("second"));
            first.get(10, TimeUnit.SECONDS);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void whoFailsGivesItsTurnUp() {
        var nodes = new OneNodeAtATime(database(0));
        assertThatThrownBy(() -> nodes.run(() -> {
                    throw new IllegalArgumentException("of its own");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("of its own");
        List<String> done = new CopyOnWriteArrayList<>();
        new OneNodeAtATime(database(SOCKET_TIMEOUT_SECONDS)).run(() -> done.add("next"));
        assertThat(done).containsExactly("next");
    }

    @Test
    void aNodeThatIsToldToEndWaitsNoLonger() throws Exception {
        var nodes = new OneNodeAtATime(database(0));
        nodes.run(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> new OneNodeAtATime(database(0)).run(() -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        });
    }

    private static DataSource database(int socketTimeoutSeconds) {
        var database = new PGSimpleDataSource();
        database.setUrl(server.getJdbcUrl("postgres", "postgres"));
        database.setSocketTimeout(socketTimeoutSeconds);
        return database;
    }
}
