package org.minqing.household.sheet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minqing.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wrong in which row of a sheet: the table {@code household_import_error}. */
@Repository
class ImportErrors {

    private final JdbcClient jdbc;

    ImportErrors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are known already are known once. */
    void add(UUID sheet, List<RowError> errors) {
        if (!errors.isEmpty()) {
            jdbc.sql("""
                            insert into household_import_error (import, line, field, wrong)
                            select ?, * from unnest(?::int[], ?::text[], ?::text[]) on conflict do nothing""")
                    .params(
                            sheet,
                            errors.stream().map(RowError::row).toArray(Integer[]::new),
                            errors.stream().map(RowError::field).toArray(String[]::new),
                            errors.stream().map(RowError::wrong).toArray(String[]::new))
                    .update();
        }
    }

    /** In the order of the sheet. */
    List<RowError> of(UUID sheet, int most) {
        return jdbc.sql("select * from household_import_error where import = ? order by line, field, wrong limit ?")
                .params(sheet, most)
                .query((rs, n) -> new RowError(rs.getInt("line"), rs.getString("field"), rs.getString("wrong")))
                .list();
    }

    /** Rows in which something is wrong. */
    int rows(UUID sheet) {
        return jdbc.sql("select count(distinct line) from household_import_error where import = ?")
                .param(sheet)
                .query(Integer.class)
                .single();
    }

    void forget(Instant before) {
        jdbc.sql(
                        "delete from household_import_error where import in (select id from household_import where brought_at < ?)")
                .param(TimeColumn.of(before))
                .update();
    }
}
