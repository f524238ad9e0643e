package org.minqing.household.start;

import java.util.Arrays;
import org.minqing.database.DatabaseClock;
import org.minqing.database.DatabaseOnly;
import org.minqing.household.KeyRotation;
import org.minqing.household.Members;
import org.minqing.household.secret.SecretKeys;
import org.minqing.household.secret.SecretsOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * {@code java -jar … --rotate-household-keys}: encrypts what is secret of households anew with the last keys of the file. It may be
 * killed and started again; with a database of its own the nodes may be running, if they were started with the new keys.
 */
public final class RotateAtTheConsole {

    private static final Logger LOG = LoggerFactory.getLogger(RotateAtTheConsole.class);
    private static final String OPTION = "--rotate-household-keys";

    private RotateAtTheConsole() {}

    @Import({DatabaseOnly.class, DatabaseClock.class, KeyRotation.class, Members.class, SecretsOnly.class})
    @ImportAutoConfiguration(JacksonAutoConfiguration.class)
    static class Little {}

    public static boolean isAsked(String... arguments) {
        return Arrays.asList(arguments).contains(OPTION);
    }

    /** @return how the program ends: 0 if it is done, 1 if the file of keys cannot be used */
    public static int run(String... arguments) {
        try (var little = new SpringApplicationBuilder(Little.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)) {
            try {
                little.getBean(SecretKeys.class).bringIntoStep();
            } catch (IllegalStateException e) {
                LOG.error("{}", e.getMessage());
                return 1;
            }
            var retired = little.getBean(KeyRotation.class)
                    .run((table, left) -> LOG.info("{}：还剩 {} 行 {} rows left", table, left, left));
            LOG.info(
                    "住户资料已全部改用新密钥。不再使用、可以从文件里删除的密钥：{}。All values are of the new keys; these may be taken out of"
                            + " the file: {}.",
                    retired,
                    retired);
            return 0;
        }
    }
}
