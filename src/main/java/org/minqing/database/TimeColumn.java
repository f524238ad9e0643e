package org.minqing.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments in columns of type {@code timestamptz}. The driver knows them with an offset only. */
public final class TimeColumn {

    private TimeColumn() {}

    /** Null for none, both ways. */
    public static OffsetDateTime of(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** @throws SQLException if there is no such column, or it holds no moment */
    public static Instant read(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
