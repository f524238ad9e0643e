package org.minqing.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets several nodes that start together do it one after the other: a lock in the database they share. */
@Component
public class OneNodeAtATime {

    private static final Logger LOG = LoggerFactory.getLogger(OneNodeAtATime.class);

    /** Any number that nothing else uses: the first bytes of "minqing". */
    private static final long LOCK = 0x6d696e71696e67L;

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PAUSES_BETWEEN_WORDS = 60;

    private final DataSource dataSource;

    OneNodeAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Waits for its turn as long as it takes, without a maximum; a node that dies gives its turn up with its connection.
     *
     * @throws IllegalStateException if the database fails or the thread is interrupted; then nothing was run
     */
    public void run(Runnable work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            await(statement);
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not let this node start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("This node was told to end while it waited for another", e);
        }
    }

    /** Asks again and again: to the driver, a question that waits for its answer is a database that went away. */
    private static void await(Statement statement) throws SQLException, InterruptedException {
        for (var pauses = 0; !taken(statement); pauses++) {
            if (pauses % PAUSES_BETWEEN_WORDS == 0) {
                LOG.info(
                        "另一个节点正在启动，等它完成（已等 {} 秒） Another node is starting; waiting for it since {} s",
                        PAUSE.multipliedBy(pauses).toSeconds(),
                        PAUSE.multipliedBy(pauses).toSeconds());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static boolean taken(Statement statement) throws SQLException {
        try (var answer = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
