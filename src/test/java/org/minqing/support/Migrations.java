package org.minqing.support;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Our tables up to a version, on a database without the engine's. */
public final class Migrations {

    private Migrations() {}

    /**
     * Rights are granted only once the tables of the last version are there.
     *
     * @param version such as {@code 9}, or {@code latest}
     */
    public static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .placeholders(Map.of("application-role", "minqing_app"))
                .baselineOnMigrate(true)
                .baselineVersion("1")
                .skipDefaultCallbacks(!version.equals("latest"))
                .target(version)
                .load()
                .migrate();
    }
}
