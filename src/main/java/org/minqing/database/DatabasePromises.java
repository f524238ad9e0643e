package org.minqing.database;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an answer 2xx promises hangs on settings of the database and on clocks. They are checked before the first table is
 * made, and for as long as the node runs.
 */
@Configuration(proxyBeanMethods = false)
class DatabasePromises {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePromises.class);
    private static final Duration CACHED = Duration.ofSeconds(10);

    @Bean
    FlywayMigrationStrategy promisesBeforeTables(DataSource application) {
        return flyway -> {
            var found = require(application);
            LOG.info("synchronous_commit is {}, the clocks are {} apart", found.synchronousCommit(), found.skew());
            flyway.migrate();
            requireNoOwner(application);
            requireHiding(application);
        };
    }

    @Bean
    AbstractHealthIndicator promisesHealthIndicator(DataSource application) {
        return new Indicator(application);
    }

    /** @throws IllegalStateException if one is broken */
    static Promises require(DataSource application) {
        var found = find(application);
        if (!found.broken().isEmpty()) {
            throw new IllegalStateException("民情不能启动。Minqing does not start. " + String.join(" | ", found.broken()));
        }
        warn(found);
        return found;
    }

    /** @throws IllegalStateException if the application could rewrite its ledger */
    static void requireNoOwner(DataSource application) {
        var jdbc = JdbcClient.create(application);
        var role = jdbc.sql("select current_user").query(String.class).single();
        var mayRewrite = jdbc.sql("""
                        select has_table_privilege(c.oid, 'UPDATE') or has_table_privilege(c.oid, 'DELETE')
                            or has_table_privilege(c.oid, 'TRUNCATE') or pg_has_role(c.relowner, 'MEMBER')
                        from pg_class c where c.oid = 'sla_ledger'::regclass""").query(Boolean.class).single();
        if (mayRewrite) {
            throw new IllegalStateException("民情不能启动：数据库账号 " + role + " 能改写台账 sla_ledger。请另建一个账号："
                    + "create role minqing_app login password '…'; 把 SPRING_DATASOURCE_USERNAME 设为它，"
                    + "把库的所有者写在 SPRING_FLYWAY_USER 和 SPRING_FLYWAY_PASSWORD。Minqing does not start: the database role "
                    + role
                    + " may rewrite sla_ledger. Create a role of its own as above for SPRING_DATASOURCE_USERNAME and"
                    + " name the owner of the database in SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD.");
        }
    }

    /** @throws IllegalStateException if the tables would hide nothing from the person an appeal is about */
    static void requireHiding(DataSource application) {
        var jdbc = JdbcClient.create(application);
        if (!jdbc.sql("select row_security_active('appeal')")
                .query(Boolean.class)
                .single()) {
            var role = jdbc.sql("select current_user").query(String.class).single();
            throw new IllegalStateException("民情不能启动：数据库账号 " + role + " 不受行级安全约束，涉及本人的诉求会被本人看到："
                    + "alter role " + role + " nosuperuser nobypassrls; Minqing does not start: the database role "
                    + role
                    + " is not bound by row level security, which hides an appeal from the person it is about: alter it as"
                    + " above.");
        }
    }

    static Promises find(DataSource application) {
        var before = Instant.now();
        return JdbcClient.create(application)
                .sql("""
                        select current_setting('fsync'), current_setting('full_page_writes'),
                               current_setting('synchronous_commit'), current_setting('TimeZone'), clock_timestamp()""")
                .query((rs, row) -> new Promises(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        TimeZone.getDefault().getID(),
                        skew(before, rs.getObject(5, OffsetDateTime.class).toInstant(), Instant.now())))
                .single();
    }

    /** The time that the question took counts for neither side. */
    static Duration skew(Instant before, Instant database, Instant after) {
        return database.isBefore(before)
                ? Duration.between(before, database)
                : database.isAfter(after) ? Duration.between(after, database) : Duration.ZERO;
    }

    private static void warn(Promises found) {
        if (found.clocksApart()) {
            LOG.warn("The clocks of this node and of the database are {} apart: set both by NTP", found.skew());
        }
    }

    private static class Indicator extends AbstractHealthIndicator {

        private final DataSource application;
        private Promises found;
        private long at;

        Indicator(DataSource application) {
            super("The promises of the database could not be checked");
            this.application = application;
        }

        @Override
        protected synchronized void doHealthCheck(Health.Builder health) {
            if (found == null || System.nanoTime() - at > CACHED.toNanos()) {
                found = null;
                found = find(application);
                at = System.nanoTime();
                warn(found);
                found.broken().forEach(broken -> LOG.error("{}", broken));
            }
            if (found.broken().isEmpty() && !found.clocksApart()) {
                health.up();
            } else {
                health.down();
            }
        }
    }
}
