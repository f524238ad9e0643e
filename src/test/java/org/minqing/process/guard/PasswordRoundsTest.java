package org.minqing.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** How strongly a node hashes passwords. Tests that start the whole application do it cheaply, so it is shown here. */
class PasswordRoundsTest {

    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(EngineGuardConfiguration.class);

    @Test
    void whoeverSetsNothingGetsTheRoundsThatOwaspAdvises() {
        node.run(shipped -> {
            assertThat(shipped.getEnvironment().getProperty("minqing.password-rounds"))
                    .isEqualTo("210000");
            assertThat(hashBy(shipped.getBean(EngineGuardPlugin.class))).startsWith("{PBKDF2WithHmacSHA512}210000$");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "300000"})
    void whoeverSetsRoundsGetsThose(String rounds) {
        node.withPropertyValues("minqing.password-rounds=" + rounds)
                .run(told -> assertThat(hashBy(told.getBean(EngineGuardPlugin.class)))
                        .startsWith("{PBKDF2WithHmacSHA512}" + rounds + "$"));
    }

    /** As the engine hashes that this plugin was put into. */
    private static String hashBy(EngineGuardPlugin plugin) {
        ProcessEngineConfigurationImpl engine = new SpringProcessEngineConfiguration();
        plugin.preInit(engine);
        return engine.getPasswordManager().encrypt("三角梅 blooms at 8");
    }
}
