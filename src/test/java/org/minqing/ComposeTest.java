package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The shape of production, as far as it can be judged without a container. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeTest {

    private static final List<String> NODES = List.of("node-1", "node-2");

    private Map<String, Map<String, Object>> services;

    @BeforeAll
    void read() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("docker-compose.yml")));
        services = file.get("services");
    }

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
                    if (name.contains("PASSWORD") || name.contains("SECRET")) {
                        assertThat(value).as(name).matches("\\$\\{[A-Z_]+:\\?.+}");
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

    /** The file system of a node is read-only, and the anchors must outlive it. */
    @Test
    void theAnchorsLieInAVolume() {
        NODES.forEach(name -> {
            var file = Path.of(environment(services.get(name)).get("MINQING_LEDGER_ANCHOR_FILE"));
            assertThat(services.get(name).get("volumes").toString()).contains("anchors:" + file.getParent());
        });
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
        var environment = new StandardEnvironment();
        Map<String, Object> node = new HashMap<>(environment(services.get("node-1")));
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, node));
        var server =
                Binder.get(environment).bind("server", ServerProperties.class).get();
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

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(Map<String, Object> service) {
        return (Map<String, String>) service.getOrDefault("environment", Map.of());
    }
}
