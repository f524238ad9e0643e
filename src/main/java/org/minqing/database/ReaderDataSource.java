package org.minqing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells the database who reads, before it is asked anything: its tables hide from a person what is about him, on whatever
 * way the question came. A connection of the pool keeps its last reader, so most of the time nothing has to be said.
 */
class ReaderDataSource extends DelegatingDataSource {

    private final Reader reader;
    private final Map<PGConnection, String> named = Collections.synchronizedMap(new WeakHashMap<>());

    ReaderDataSource(DataSource pool, Reader reader) {
        super(pool);
        this.reader = reader;
    }

    @Override
    public Connection getConnection() throws SQLException {
        // First, and by the program itself: whoever comes with a session is looked up in the database.
        var userId = AsTheProgram.running() ? "" : AsTheProgram.anywhere(reader::userId);
        var connection = super.getConnection();
        try {
            name(connection, userId);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Outside any transaction, for one that is rolled back would take the name back as well. */
    private void name(Connection connection, String userId) throws SQLException {
        var physical = connection.unwrap(PGConnection.class);
        if (userId.equals(named.getOrDefault(physical, ""))) {
            return;
        }
        try (var statement = connection.prepareStatement("select set_config('minqing.reader', ?, false)")) {
            statement.setString(1, userId);
            statement.execute();
        }
        named.put(physical, userId);
    }
}
