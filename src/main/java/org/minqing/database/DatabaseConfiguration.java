package org.minqing.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without {@code spring.datasource.url} the product brings its own PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** @param dataDir where the embedded PostgreSQL and the list of demonstration accounts are kept */
    @ConfigurationProperties("minqing")
    record Settings(@DefaultValue(".data") Path dataDir) {}

    @Bean
    @ConditionalOnExpression("'${spring.datasource.url:}' == ''")
    EmbeddedDatabase embeddedDatabase(Settings settings) {
        return new EmbeddedDatabase(settings.dataDir());
    }

    @Bean
    @ConditionalOnExpression("'${spring.datasource.url:}' == ''")
    FlywayConnectionDetails embeddedDatabaseOwner(EmbeddedDatabase database) {
        return database.owner();
    }

    /** Said here, because the owner's connections are not made from the pool of the application, which hides what it is. */
    @Bean
    @ConditionalOnExpression("'${spring.datasource.url:}' != ''")
    FlywayConnectionDetails ownDatabaseOwner(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.flyway.user:${spring.datasource.username:}}") String user,
            @Value("${spring.flyway.password:${spring.datasource.password:}}") String password) {
        return new OwnerDetails(url, user, password);
    }

    private record OwnerDetails(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}

    @Bean
    DatabaseKind databaseKind(org.springframework.core.env.Environment environment) {
        return new DatabaseKind(
                environment.getProperty("spring.datasource.url", "").isEmpty());
    }

    /** Where nobody can sign in, as at the console. */
    private static final Reader NOBODY = () -> "";

    /** However the pool is made: whatever takes a connection from it has said who reads. */
    @Bean
    static BeanPostProcessor readerBeforeEveryStatement(ObjectProvider<Reader> reader) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool
                        ? new ReaderDataSource(pool, reader.getIfAvailable(() -> NOBODY))
                        : bean;
            }
        };
    }
}
