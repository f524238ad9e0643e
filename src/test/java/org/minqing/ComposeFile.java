package org.minqing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml, with its references followed. */
record ComposeFile(Map<String, Map<String, Object>> services, Map<String, Map<String, Object>> volumes) {

    static ComposeFile read() {
        try {
            Map<String, Map<String, Map<String, Object>>> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(Path.of("docker-compose.yml")));
            return new ComposeFile(file.get("services"), file.get("volumes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a node reads, if somebody has set this before {@code docker compose up}. */
    Binder settings(Map<String, String> outside) {
        Map<String, Object> node = new HashMap<>();
        environment(services.get("node-1"))
                .forEach((name, value) -> node.put(
                        name,
                        Pattern.compile("\\$\\{([A-Z_]+):-(.*)}")
                                .matcher(value)
                                .replaceAll(given -> outside.getOrDefault(given.group(1), given.group(2)))));
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, node));
        return Binder.get(environment);
    }

    /** As it is written, before anything is filled in. */
    @SuppressWarnings("unchecked")
    static Map<String, String> environment(Map<String, Object> service) {
        return (Map<String, String>) service.getOrDefault("environment", Map.of());
    }
}
