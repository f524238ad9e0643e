package org.minqing.proof.bench;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** One row and six commits: what the disk alone would allow. */
final class PlainSql {

    private static final int COMMITS = 6;

    private final DataSource database;

    PlainSql(DataSource database) throws SQLException {
        this.database = database;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table plain (id uuid primary key, step integer not null)");
        }
    }

    void lifecycle() throws SQLException {
        var id = UUID.randomUUID();
        for (int step = 1; step <= COMMITS; step++) {
            var sql =
                    step == 1 ? "insert into plain (step, id) values (?, ?)" : "update plain set step = ? where id = ?";
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, step);
                statement.setObject(2, id);
                statement.executeUpdate();
            }
        }
    }
}
