package org.minqing.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * The build for production comes without a database (profile {@code production} of pom.xml). If none is named either, the
 * node says so before anything else, in one sentence: a missing class deep in the start would help nobody. Called by
 * Spring Boot, see {@code META-INF/spring.factories}.
 */
class NoDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String OURS = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    /** @throws Missing if there is neither */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var named = !context.getEnvironment()
                .getProperty("spring.datasource.url", "")
                .isEmpty();
        if (!named && !ClassUtils.isPresent(OURS, context.getClassLoader())) {
            throw new Missing();
        }
    }

    static class Missing extends RuntimeException {

        Missing() {
            super("民情不能启动：这个程序不带数据库，请把 SPRING_DATASOURCE_URL 设为自己的 PostgreSQL（见 src/docs/operations.md 第 2 节）。"
                    + "Minqing does not start: this build brings no database; set SPRING_DATASOURCE_URL to your own "
                    + "PostgreSQL (src/docs/operations.md, section 2).");
        }
    }

    /** Lets Spring Boot print the sentence in place of a stack. */
    static class Analyzer extends AbstractFailureAnalyzer<Missing> {

        @Override
        protected FailureAnalysis analyze(Throwable root, Missing cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}
