package org.minqing.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The real server turns everybody away, as it does when it is down for the pool: open connections are cut, new ones
 * refused. A resident hears so honestly, with somebody to call; and when the server is back, so is the application.
 */
@MinqingTest
class DatabaseAwayTest extends Talk {

    private static final String REJECT = "host all all all reject\nlocal all all reject\n";

    private HikariDataSource pool;

    @Autowired
    void pool(DataSource application) throws SQLException {
        pool = application.unwrap(HikariDataSource.class);
    }

    @Test
    void honestWhileAwayAndBackByItself() throws Exception {
        var grid = api.as("shibu-grid-01");
        var number = number();
        var task = grid.task("respondAppeal", number).path("id").asText();
        var session = Session.of(api, "shibu-grid-02");
        var before = stored.rows();
        var key = UUID.randomUUID().toString();
        var lost = sound().put("title", "停水");
        try (var server = DriverManager.getConnection(pool.getJdbcUrl(), "postgres", "")) {
            var rules = Path.of(one(server, "show hba_file"));
            var open = Files.readAllBytes(rules);
            try {
                Files.writeString(rules, REJECT, StandardOpenOption.TRUNCATE_EXISTING);
                reload(server, false);
                one(
                        server,
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity "
                                + "where pid <> pg_backend_pid() and backend_type = 'client backend'");

                var asked = Instant.now();
                var answers = together(
                        () -> api.submit(key, lost.toString()),
                        () -> api.get("/api/track/0000000000000000"),
                        () -> grid.get("/api/tasks"),
                        () -> grid.post("/api/tasks/" + task + "/complete", "{}"),
                        // Somebody whose password was not checked lately.
                        () -> api.as("shibu-leader").get("/api/tasks"));
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
                // Who signed in before is not sent to sign in again.
                assertThat(session.get("/desk").statusCode()).isEqualTo(503);
                answers.forEach(answer -> Stored.problem(answer, 503));
                var submitted = answers.get(0);
                assertThat(submitted.json().path("detail").asText()).contains("没有保存", "0911-000-0001");
                assertThat(submitted.json().path("detailEn").asText()).contains("0911-000-0001");
                assertThat(submitted.raw().headers().firstValue("Retry-After")).isPresent();
                // Said at once, from what was seen last, and truly within seconds.
                health(503);
                // What is wrong with the request itself is said even now.
                Stored.problem(api.submit("{}"), 400, "description");
            } finally {
                Files.write(rules, open, StandardOpenOption.TRUNCATE_EXISTING);
                reload(server, true);
            }
        }
        var back = Instant.now();
        while (api.get("/api/track/0000000000000000").status() == 503) {
            assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(session.get("/desk").statusCode()).isEqualTo(200);
        health(200);
        assertThat(stored.rows()).isEqualTo(before);
        assertThat(api.submit(key, lost.toString()).status()).isEqualTo(201);
        done("shibu-grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":"已联系居民"}""");
    }

    /** Asks until it is so; no answer may wait for the database. */
    private void health(int status) throws InterruptedException {
        var begun = Instant.now();
        for (var answered = 0; answered != status; ) {
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
            var asked = Instant.now();
            answered = api.get("/actuator/health").status();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
            Thread.sleep(100);
        }
    }

    /** All at once: each waits as long as the pool lets it. */
    @SafeVarargs
    private static List<Api.Answer> together(Supplier<Api.Answer>... requests) {
        var sent = Stream.of(requests).map(CompletableFuture::supplyAsync).toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    /** The connection that asks stays open, whatever the rules say about new ones. */
    private void reload(Connection server, boolean admitted) throws SQLException, InterruptedException {
        one(server, "select pg_reload_conf()");
        for (int i = 0; i < 200 && admits() != admitted; i++) {
            Thread.sleep(50);
        }
        assertThat(admits()).isEqualTo(admitted);
    }

    private boolean admits() {
        try (var one = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), "")) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static String one(Connection server, String sql) throws SQLException {
        try (var statement = server.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
