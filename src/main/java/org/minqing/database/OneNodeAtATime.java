package org.minqing.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Lets several nodes that start together do it one after the other: a lock in the database they share. */
@Component
public class OneNodeAtATime {

    /** Any number that nothing else uses: the first bytes of "minqing". */
    private static final long LOCK = 0x6d696e71696e67L;

    private final DataSource dataSource;

    OneNodeAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Waits for its turn as long as it takes; a node that dies gives its turn up with its connection. */
    public void run(Runnable work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = 0; set statement_timeout = 0");
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
                statement.execute("reset lock_timeout; reset statement_timeout");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not let this node start", e);
        }
    }
}
