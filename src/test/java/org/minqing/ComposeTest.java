package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.ComposeFile.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.unit.DataSize;

/** The shape of production, as far as it can be judged without a container. */
class ComposeTest {

    private static final List<String> NODES = List.of("node-1", "node-2");

    private final ComposeFile compose = ComposeFile.read();
    private final Map<String, Map<String, Object>> services = compose.services();

    @Test
    void aDatabaseTwoNodesAndAProxy() {
        assertThat(services).containsOnlyKeys("database", "node-1", "node-2", "proxy");
        assertThat(services.values())
                .allSatisfy(service -> assertThat(service)
                        .containsEntry("restart", "unless-stopped")
                        .containsKey("healthcheck"));
    }

    @Test
    void noSecretIsWrittenDownAndNothingStartsWithoutOne() {
        assertThat(services.values())
                .allSatisfy(service -> environment(service).forEach((name, value) -> {
                    // A mail server within the network may want none.
                    var optional = name.equals("SPRING_MAIL_PASSWORD");
                    // The file of keys lies in a volume; named here is where.
                    if ((name.contains("PASSWORD") || name.contains("SECRET"))
                            && !name.equals("MINQING_SECRETS_KEYS")) {
                        assertThat(value).as(name).matches("\\$\\{[A-Z_]+:" + (optional ? "-}" : "\\?.+}"));
                    }
                }));
        NODES.forEach(node -> assertThat(environment(services.get(node)))
                .containsKeys("SPRING_DATASOURCE_PASSWORD", "MINQING_ADMINISTRATOR_PASSWORD"));
    }

    @Test
    void theApplicationIsNotTheOwnerOfItsTables() throws IOException {
        var database = services.get("database");
        assertThat(database.get("volumes").toString())
                .contains("./src/main/docker/create-role.sh:/docker-entrypoint-initdb.d/create-role.sh:ro");
        var script = Files.readString(Path.of("src/main/docker/create-role.sh"));
        NODES.forEach(name -> {
            var node = environment(services.get(name));
            assertThat(script)
                    .contains("create role " + node.get("SPRING_DATASOURCE_USERNAME") + " ", "MINQING_ROLE_PASSWORD");
            assertThat(node)
                    .containsEntry("SPRING_FLYWAY_USER", environment(database).get("POSTGRES_USER"))
                    .doesNotContainEntry("SPRING_FLYWAY_USER", node.get("SPRING_DATASOURCE_USERNAME"));
            assertThat(environment(database).get("POSTGRES_PASSWORD")).isEqualTo(node.get("SPRING_FLYWAY_PASSWORD"));
            assertThat(environment(database).get("MINQING_ROLE_PASSWORD"))
                    .isEqualTo(node.get("SPRING_DATASOURCE_PASSWORD"));
        });
    }

    /** The file system of a node is read-only, and the anchors must outlive it; two writers of one file may cut a line. */
    @Test
    void theAnchorsOfEachNodeLieInAVolumeOfItsOwn() {
        NODES.forEach(name -> {
            var file = Path.of(environment(services.get(name)).get("MINQING_LEDGER_ANCHOR_FILE"));
            var volume = name.replace("node", "anchors");
            var keys = Path.of(environment(services.get(name)).get("MINQING_SECRETS_KEYS"));
            assertThat(services.get(name).get("volumes"))
                    .isEqualTo(List.of(volume + ":" + file.getParent(), "keys:" + keys.getParent()));
            assertThat(compose.volumes()).containsKey(volume);
        });
    }

    @Test
    void theImageHoldsTheBuildForProductionAndKeepsTheFilesOfMavenBetweenBuilds() throws IOException {
        assertThat(Files.readString(Path.of("src/main/docker/Dockerfile")))
                .contains("ENV MAVEN_USER_HOME=/maven\nRUN --mount=type=cache,target=/maven,")
                .contains(" -Dmaven.repo.local=/maven/repository ")
                .contains(" -Pproduction ");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<id>production</id>");
    }

    /** Nobody who sets nothing sends a mail, and nothing that is empty keeps a node from starting. */
    @Test
    void theMailSettingsReachTheNodesAndAreHarmlessWhenEmpty() {
        var silent = compose.settings(Map.of());
        assertThat(silent.bind("minqing.ledger.anchor-mail-to", String.class).get())
                .isEmpty();
        assertThat(silent.bind("minqing.ledger.anchor-mail-from", String.class).get())
                .isEqualTo("minqing@localhost");
        assertThat(silent.bind("spring.mail", MailProperties.class).get().getHost())
                .isEmpty();

        var set = compose.settings(Map.of(
                "MINQING_LEDGER_ANCHOR_MAIL_TO", "auditor@example.org",
                "MINQING_LEDGER_ANCHOR_MAIL_FROM", "minqing@example.org",
                "SPRING_MAIL_HOST", "mail.example.org",
                "SPRING_MAIL_PORT", "465",
                "SPRING_MAIL_USERNAME", "minqing",
                "SPRING_MAIL_PASSWORD", "secret",
                "SPRING_MAIL_SSL_ENABLED", "true",
                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE", "false"));
        assertThat(set.bind("minqing.ledger.anchor-mail-to", String.class).get())
                .isEqualTo("auditor@example.org");
        assertThat(set.bind("minqing.ledger.anchor-mail-from", String.class).get())
                .isEqualTo("minqing@example.org");
        var mail = set.bind("spring.mail", MailProperties.class).get();
        assertThat(mail.getHost()).isEqualTo("mail.example.org");
        assertThat(mail.getPort()).isEqualTo(465);
        assertThat(mail.getUsername()).isEqualTo("minqing");
        assertThat(mail.getPassword()).isEqualTo("secret");
        assertThat(mail.getSsl().isEnabled()).isTrue();
        assertThat(mail.getProperties()).containsEntry("mail.smtp.starttls.enable", "false");
    }

    @Test
    void everyClockIsInShanghai() throws IOException {
        assertThat(services.values())
                .allSatisfy(service -> assertThat(environment(service)).containsEntry("TZ", MinqingApplication.ZONE));
        assertThat(services.get("database").get("command").toString())
                .contains("-c timezone=" + MinqingApplication.ZONE);
        assertThat(Files.readString(Path.of("src/main/docker/Dockerfile")))
                .contains("-Duser.timezone=" + MinqingApplication.ZONE);
    }

    @Test
    void onlyTheProxyIsReachedAndOnlyItIsBelieved() {
        assertThat(services.get("proxy")).containsKey("ports");
        assertThat(services).allSatisfy((name, service) -> {
            if (!name.equals("proxy")) {
                assertThat(service).doesNotContainKey("ports");
            }
        });
        assertThat(services.get("proxy").get("networks")).hasToString("{front={ipv4_address=172.28.41.10}}");
        NODES.forEach(node -> assertThat(environment(services.get(node)))
                .containsEntry("SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES", "172\\.28\\.41\\.10"));
    }

    @Test
    void theNodesReadTheirSettingsAsTheyAreWritten() {
        var server = compose.settings(Map.of())
                .bind("server", ServerProperties.class)
                .get();
        assertThat(server.getAddress()).hasToString("/0.0.0.0");
        assertThat(server.getForwardHeadersStrategy()).isEqualTo(ServerProperties.ForwardHeadersStrategy.NATIVE);
        assertThat("172.28.41.10").matches(server.getTomcat().getRemoteip().getInternalProxies());
        assertThat("172.28.41.1").doesNotMatch(server.getTomcat().getRemoteip().getInternalProxies());
    }

    @Test
    void bothNodesStandBehindTheProxyWithStickySessions() throws IOException {
        assertThat(Files.readString(Path.of("src/main/docker/Caddyfile")))
                .contains("reverse_proxy node-1:8080 node-2:8080")
                .contains("lb_policy cookie");
    }

    @Test
    void theEnginesPagesAndTheAccountsAreNotServedToTheInternet() throws IOException {
        assertThat(Files.readString(Path.of("src/main/docker/Caddyfile")))
                .contains("path /camunda /camunda/* /admin /admin/*")
                .contains("not remote_ip private_ranges")
                .contains("respond @engineFromOutside 404");
    }

    /** What a node would refuse the proxy need not carry to it, and no slower client reaches a node than reaches the proxy. */
    @Test
    void theProxyHasTheSameLimitsForSlowClientsAsTheNodes() throws IOException {
        var proxy = Files.readString(Path.of("src/main/docker/Caddyfile"));
        var rules = new Binder(new MapConfigurationPropertySource(settings()));
        var body = rules.bind("minqing.traffic.body-within", Duration.class).get();
        var upload = rules.bind("minqing.traffic.upload-within", Duration.class).get();
        assertThat(proxy)
                .contains(
                        "read_body " + upload.toSeconds() + "s",
                        "read_header " + body.plusSeconds(2).toSeconds() + "s")
                .containsPattern("timeouts \\{[^}]*idle \\d+s")
                .contains("max_size "
                        + rules.bind("minqing.traffic.largest-upload", DataSize.class)
                                .get()
                                .toMegabytes()
                        + "MB");
        // Places at work may each hold a connection; threads beyond them answer for the health.
        var atWork = rules.bind("minqing.traffic.submissions", Integer.class).get()
                + rules.bind("minqing.traffic.residents", Integer.class).get()
                + rules.bind("minqing.traffic.others", Integer.class).get();
        assertThat(rules.bind("server.tomcat.threads.max", Integer.class).get()).isGreaterThan(atWork);
        assertThat(rules.bind("spring.datasource.hikari.maximum-pool-size", Integer.class)
                        .get())
                .isGreaterThan(atWork + 8);
    }

    private static Properties settings() {
        var file = new YamlPropertiesFactoryBean();
        file.setResources(new FileSystemResource("src/main/resources/application.yml"));
        return file.getObject();
    }

    /** A silent loss of the database becomes an error, as on the embedded one. */
    @Test
    void theUrlSetsTheSameLimitsAsTheEmbeddedDatabase() throws IOException {
        var embedded = Files.readString(Path.of("src/main/java/org/minqing/database/JdbcUrlOptions.java"));
        var url = environment(services.get("node-1")).get("SPRING_DATASOURCE_URL");
        assertThat(url).doesNotContain(" ");
        for (var option : url.substring(url.indexOf('?') + 1).split("&|%20")) {
            assertThat(embedded).contains(option);
        }
    }
}
