package org.minqing.process.guard;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Two engines on one database: ours, and the stock one that shows what the guards are for. Built once, when asked. */
final class TestEngines {

    static final int FEW_ITERATIONS = 1_000;

    private TestEngines() {}

    static ProcessEngine guarded() {
        return Guarded.ENGINE;
    }

    static ProcessEngine stock() {
        return Stock.ENGINE;
    }

    private static final class Guarded {
        static final ProcessEngine ENGINE =
                build("guarded", List.of(new SpinProcessEnginePlugin(), plugin(Beans.CONTEXT)));
    }

    private static final class Stock {
        static final ProcessEngine ENGINE = build("stock", List.of());
    }

    private static final class Beans {
        static final GenericApplicationContext CONTEXT = new GenericApplicationContext();

        static {
            CONTEXT.registerBean("probe", Probe.class);
            CONTEXT.registerBean("hidden", Probe.class);
            CONTEXT.refresh();
        }
    }

    private static final class Database {
        static final DataSource SOURCE = start();

        private static DataSource start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                return postgres.getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static EngineGuardPlugin plugin(GenericApplicationContext context) {
        return new EngineGuardPlugin(
                context,
                Set.of("probe"),
                new GuardedTaskService(),
                Optional.empty(),
                new Pbkdf2PasswordEncryptor(FEW_ITERATIONS));
    }

    private static ProcessEngine build(String name, List<ProcessEnginePlugin> plugins) {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setApplicationContext(Beans.CONTEXT);
        engine.setProcessEngineName(name);
        engine.setDataSource(Database.SOURCE);
        engine.setTransactionManager(new DataSourceTransactionManager(Database.SOURCE));
        engine.setDatabaseSchemaUpdate("true");
        engine.setHistory("full");
        engine.setJobExecutorActivate(false);
        engine.setProcessEnginePlugins(plugins);
        return start(engine);
    }

    /** Through the same factory as in the application: it sets an expression manager before the plugins run. */
    private static ProcessEngine start(SpringProcessEngineConfiguration engine) {
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
        factory.setApplicationContext(Beans.CONTEXT);
        factory.setProcessEngineConfiguration(engine);
        try {
            return factory.getObject();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
