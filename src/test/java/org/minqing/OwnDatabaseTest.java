package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.support.Api;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node on somebody's own PostgreSQL: it brings no demonstration data and no default password. A process of its own, as
 * in production; the engine's web applications know only one application per process.
 */
class OwnDatabaseTest {

    @TempDir
    static Path folder;

    static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(Path.of("target").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create role minqing_app login")
                .update();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void withoutAnAdministratorPasswordItDoesNotStart() throws Exception {
        var node = node(freePort(), "minqing_app", "");
        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("log"))).contains("MINQING_ADMINISTRATOR_PASSWORD");
    }

    @Test
    void asTheOwnerOfTheTablesItDoesNotStart() throws Exception {
        var node = node(freePort(), "postgres", "a-long-enough-phrase-42");
        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("log"))).contains("sla_ledger", "SPRING_FLYWAY_USER", "postgres");
    }

    @Test
    void withOneItStartsAndNobodyElseCanSignIn() throws Exception {
        var port = freePort();
        var node = node(port, "minqing_app", "a-long-enough-phrase-42");
        try {
            awaitHealth(node, port);
            var database = JdbcClient.create(postgres.getPostgresDatabase());
            assertThat(database.sql("select id_ from act_id_user")
                            .query(String.class)
                            .list())
                    .containsExactly("admin");
            assertThat(database.sql("select count(*) from appeal")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(folder.resolve("accounts.csv")).doesNotExist();
        } finally {
            node.destroy();
            node.waitFor();
        }
    }

    private static Process node(int port, String role, String administratorPassword) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // It is over before the second compiler would have been of use.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MinqingApplication.class.getName(),
                        "--server.port=" + port,
                        "--minqing.data-dir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .put("SPRING_DATASOURCE_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
        builder.environment().put("SPRING_DATASOURCE_USERNAME", role);
        builder.environment().put("SPRING_FLYWAY_USER", "postgres");
        builder.environment().put("SPRING_FLYWAY_PASSWORD", "");
        builder.environment().put("MINQING_ADMINISTRATOR_PASSWORD", administratorPassword);
        return builder.start();
    }

    private static void awaitHealth(Process node, int port) throws InterruptedException {
        var api = Api.of(port, folder.toString());
        for (int i = 0; i < 600 && node.isAlive(); i++) {
            try {
                if (api.get("/actuator/health").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new AssertionError("The node did not start: see " + folder.resolve("log"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
