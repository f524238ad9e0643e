package org.minqing.support;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The owner of the tables of the embedded database, who may what the application may not. */
public final class Owner {

    private Owner() {}

    public static DataSource of(DataSource application) {
        try {
            return new DriverManagerDataSource(
                    application.unwrap(HikariDataSource.class).getJdbcUrl(), "postgres", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
