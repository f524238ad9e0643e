package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.proof.bench.Program;
import org.minqing.support.Api;
import org.minqing.support.From;
import org.minqing.support.NewerPostgres;
import org.minqing.support.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node as in production: on somebody's own PostgreSQL of the major that docker-compose.yml uses, without the libraries
 * that the profile {@code production} leaves out. It brings no demonstration data and no default password. A process of
 * its own; the engine's web applications know only one application per process.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnDatabaseTest {

    private static final Logger LOG = LoggerFactory.getLogger(OwnDatabaseTest.class);
    private static final String ADMINISTRATOR_PASSWORD = "a-long-enough-phrase-42";
    private static final String PASSWORD = "another-phrase-of-30-signs";

    @TempDir
    static Path folder;

    static EmbeddedPostgres postgres;

    /** The node of the last two tests, which the last one kills: to start another takes longer than either. */
    static Process node;

    static int port;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPgBinaryResolver(new NewerPostgres())
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(Path.of("target").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        database().sql("create role minqing_app login").update();
    }

    @AfterAll
    static void stop() throws Exception {
        if (node != null) {
            node.destroy();
            node.waitFor();
        }
        postgres.close();
    }

    @Test
    void withoutAnyDatabaseItSaysSoInOneSentenceAndDoesNotStart() throws Exception {
        var node = node(Program.freePort(), Map.of());
        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).isNotZero();
        assertThat(log())
                .contains("请把 SPRING_DATASOURCE_URL 设为", "set SPRING_DATASOURCE_URL to")
                .doesNotContain("\tat ", "Exception", "Caused by");
    }

    @Test
    void withoutAnAdministratorPasswordItDoesNotStart() throws Exception {
        var node = node(Program.freePort(), own("minqing_app", ""));
        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).isNotZero();
        assertThat(log()).contains("MINQING_ADMINISTRATOR_PASSWORD");
    }

    @Test
    void asTheOwnerOfTheTablesItDoesNotStart() throws Exception {
        var node = node(Program.freePort(), own("postgres", ADMINISTRATOR_PASSWORD));
        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).isNotZero();
        assertThat(log()).contains("sla_ledger", "SPRING_FLYWAY_USER", "postgres");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void withOneItStartsWithNobodyElseAndAnAppealTravelsFromReceiptToARatedClose() throws Exception {
        start();
        assertThat(database()
                        .sql("select id_ from act_id_user")
                        .query(String.class)
                        .list())
                .containsExactly("admin");
        assertThat(count("appeal")).isZero();
        assertThat(folder.resolve("accounts.csv")).doesNotExist();
        travel(port);
    }

    /** And who has to wait because somebody guessed his password is let in again by whoever has the server. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aNodesDeathSignsNobodyOutAndTheConsoleLetsInWhoHasToWait() throws Exception {
        var environment = own("minqing_app", ADMINISTRATOR_PASSWORD);
        start();
        var living = Program.freePort();
        var second = node(living, environment);
        try {
            awaitHealth(second, living);
            var there = Api.of(living, folder.toString());
            var session = Session.of(Api.of(port, folder.toString()), "admin", ADMINISTRATOR_PASSWORD);
            node.destroyForcibly().waitFor();
            var after = session.at(there);
            assertThat(after.get("/desk").statusCode()).isEqualTo(200);
            assertThat(after.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
            hire(after, "hired-at-the-other", "shibu-jijiahe-01-grid-worker");
            for (var table : List.of("act_id_membership where user_id_", "act_id_user where id_")) {
                assertThat(database()
                                .sql("delete from " + table + " = 'hired-at-the-other'")
                                .update())
                        .isOne();
            }

            for (int i = 0; i < 30; i++) {
                From.address("127.0.4." + i, there).tasks("admin", "wrong");
            }
            var home = From.address("127.0.5.1", there);
            assertThat(home.tasks("admin", ADMINISTRATOR_PASSWORD).status()).isEqualTo(429);
            assertThat(console("--minqing.unlock=nobody", environment)).isOne();
            assertThat(log()).contains("没有用户 nobody。There is no user nobody.").doesNotContain("\tat ");
            var ended = console("--minqing.unlock=admin", environment);
            assertThat(ended).as(log()).isZero();
            assertThat(log().lines())
                    .singleElement()
                    .asString()
                    .contains("已解除 admin 的登录等待", "admin may sign in at once");
            // Not a member of any locality, so no tasks: but he is let in.
            assertThat(home.tasks("admin", ADMINISTRATOR_PASSWORD).status()).isEqualTo(404);
            assertThat(count("sign_in_record where person = 'admin' and outcome = 'unlocked'"))
                    .isOne();
            keysAreChangedWhileANodeRuns(environment);
        } finally {
            second.destroy();
            second.waitFor();
        }
    }

    private static void keysAreChangedWhileANodeRuns(Map<String, String> environment) throws Exception {
        var file = folder.resolve("keys/household.keys");
        var before = Files.readAllLines(file);
        var more = new ArrayList<>(before);
        more.addAll(before.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst(" [^ ]+ ", " of-the-console-" + line.charAt(0) + " "))
                .toList());
        Files.write(file, more);
        assertThat(console("--rotate-household-keys", environment)).as(log()).isZero();
        assertThat(log()).contains("住户资料已全部改用新密钥", before.get(before.size() - 1).split(" ")[1]);
        assertThat(count("household_key where retired_at is null")).isEqualTo(2);
        Files.write(file, before.subList(0, 3));
        assertThat(console("--rotate-household-keys", environment)).isOne();
        assertThat(log()).contains("Minqing does not start", "it holds no key to");
        Files.write(file, more);
    }

    private static void start() throws Exception {
        if (node == null) {
            port = Program.freePort();
            node = node(port, own("minqing_app", ADMINISTRATOR_PASSWORD));
            awaitHealth(node, port);
        }
    }

    /** How it ended. */
    private static int console(String option, Map<String, String> environment) throws Exception {
        var command = node(0, environment, option);
        assertThat(command.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return command.exitValue();
    }

    private static void travel(int port) throws IOException {
        var version = database().sql("show server_version").query(String.class).single();
        LOG.info("An appeal travels on PostgreSQL {}", version);
        if (NewerPostgres.here()) {
            var composed = Pattern.compile("image: postgres:(\\d+\\.)")
                    .matcher(Files.readString(Path.of("docker-compose.yml")));
            assertThat(composed.find()).isTrue();
            assertThat(version).startsWith(composed.group(1));
        }
        Files.writeString(folder.resolve("accounts.csv"), ",,administrator,admin," + ADMINISTRATOR_PASSWORD);
        var api = Api.of(port, folder.toString());
        var administrator = Session.of(api, "admin");
        hire(administrator, "grid", "shibu-jijiahe-01-grid-worker");
        hire(administrator, "secretary", "shibu-jijiahe-branch-secretary");
        var receipt = api.submit("""
                {"locality":"shibu","channel":"phone","category":"other","title":"楼道灯坏了",
                 "description":"三楼楼道灯不亮已经两天。","location":{"unit":"shibu-jijiahe-01"}}""").json();
        var number = receipt.path("number").asText();
        var code = receipt.path("trackingCode").asText();
        ok(api.as("grid", PASSWORD).complete("respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"灯管坏了"}"""));
        ok(api.as("secretary", PASSWORD).complete("handleDirectly", number, """
                {"action":"done","outcome":"solved","result":"换了灯管","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}"""));
        ok(api.post("/api/track/" + code + "/rating", "{\"grade\":5,\"resolved\":true,\"contacted\":true}"));
        assertThat(count("appeal where closed_at is not null")).isOne();
        assertThat(count("act_ru_task")).isZero();
    }

    private static void hire(Session administrator, String user, String post) {
        var answer = administrator.submit(
                "/admin/people/new",
                "locality=shibu&user=" + user + "&name=" + user + "&post=" + post + "&password=" + PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private static Map<String, String> own(String role, String administratorPassword) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "SPRING_DATASOURCE_USERNAME",
                role,
                "SPRING_FLYWAY_USER",
                "postgres",
                "SPRING_FLYWAY_PASSWORD",
                "",
                "MINQING_ADMINISTRATOR_PASSWORD",
                administratorPassword);
    }

    private static Process node(int port, Map<String, String> environment, String... options) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // It is over before the second compiler would have been of use.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        productionClassPath(),
                        MinqingApplication.class.getName(),
                        "--server.port=" + port,
                        // PasswordRoundsTest shows how many there are; a slow hash for each wrong guess below proves
                        // nothing.
                        "--minqing.password-rounds=1000",
                        "--minqing.data-dir=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.command().addAll(List.of(options));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Without what the profile {@code production} of pom.xml leaves out. */
    private static String productionClassPath() {
        var left = Pattern.compile("[/\\\\](zonky|tukaani|commons-compress)[/\\\\]")
                .asPredicate()
                .negate();
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(left)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void awaitHealth(Process node, int port) throws InterruptedException {
        var api = Api.of(port, folder.toString());
        for (int i = 0; i < 600 && node.isAlive(); i++) {
            try {
                if (api.get("/actuator/health").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // It does not listen yet.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("The node did not start: see " + folder.resolve("log"));
    }

    private static JdbcClient database() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    private static long count(String rows) {
        return database().sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}
