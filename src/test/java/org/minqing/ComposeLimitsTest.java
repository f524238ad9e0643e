package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the containers may do and use, and that it is still enough for their images to start. */
class ComposeLimitsTest {

    private final Map<String, Map<String, Object>> services = ComposeFile.read().services();

    @Test
    void noContainerMayMoreThanItNeeds() {
        assertThat(services).allSatisfy((name, service) -> {
            assertThat(service)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .containsEntry("read_only", true)
                    .doesNotContainKeys("privileged", "user", "pid", "ipc");
            assertThat((int) service.get("pids_limit"))
                    .as("a fork bomb ends there")
                    .isBetween(200, 1000);
            assertThat(service.get("mem_limit").toString()).matches("(\\$\\{[A-Z_]+:-)?\\d+[mg]}?");
            assertThat((List<?>) service.get("tmpfs")).asString().contains("/tmp");
        });
        assertThat(services.get("node-1")).doesNotContainKey("cap_add");
        assertThat(services.get("node-2")).doesNotContainKey("cap_add");
    }

    /** The official image starts as root, takes its folders and steps down: without one of these it does not start. */
    @Test
    void theDatabaseCanStillTakeItsFoldersAndStepDown() {
        assertThat(services.get("database"))
                .containsEntry("cap_add", List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"))
                .containsEntry("tmpfs", List.of("/tmp", "/run/postgresql"));
        assertThat(services.get("database").get("volumes").toString()).contains("database:/var/lib/postgresql/data");
        // Run in a shell of its own, and not read into that of the image.
        assertThat(Path.of("src/main/docker/create-role.sh")).isExecutable();
    }

    /** The file of the program asks for this capability: where it cannot be had, the kernel refuses to run it. */
    @Test
    void theProxyCanStillBeRunAndKeepItsSettings() {
        assertThat(services.get("proxy"))
                .containsEntry("cap_add", List.of("NET_BIND_SERVICE"))
                .containsEntry("tmpfs", List.of("/tmp", "/config"));
        assertThat(services.get("proxy").get("volumes").toString()).contains("proxy:/data");
    }

    /** What is built today is what was tried: down to the patch, and the system below it. */
    @Test
    void everyImageIsNamedExactly() throws IOException {
        var names = Pattern.compile("(?m)^FROM (\\S+)")
                .matcher(Files.readString(Path.of("src/main/docker/Dockerfile")))
                .results()
                .map(from -> from.group(1))
                .toList();
        assertThat(names)
                .hasSize(2)
                .allMatch(name -> name.matches("eclipse-temurin:17\\.0\\.\\d+_\\d+-j(dk|re)-[a-z]+"));
        assertThat(services.get("database").get("image").toString()).matches("postgres:17\\.\\d+-[a-z]+");
        assertThat(services.get("proxy").get("image").toString()).matches("caddy:2\\.\\d+\\.\\d+-alpine");
    }
}
