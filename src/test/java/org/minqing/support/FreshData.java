package org.minqing.support;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A data folder that no earlier run has touched. */
class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var folder = "target/test-data/" + UUID.randomUUID();
        OwnMachine.isAHall(Path.of(folder));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("fresh data", Map.of("minqing.data-dir", folder)));
    }
}
