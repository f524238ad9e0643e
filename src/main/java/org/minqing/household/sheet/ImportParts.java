package org.minqing.household.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minqing.household.SealedRow;
import org.minqing.household.secret.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The households of a sheet until they are brought in, some in a row and encrypted: the table {@code household_import_part}. */
@Repository
class ImportParts {

    record Part(UUID id, List<ListedHousehold> households) {}

    private static final String TABLE = "household_import_part";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final ObjectMapper json;

    ImportParts(JdbcClient jdbc, Secrets secrets, ObjectMapper json) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
    }

    /** @param batch so many to a row */
    void add(UUID sheet, List<ListedHousehold> households, int batch) {
        for (int at = 0; at < households.size(); at += batch) {
            var id = UUID.randomUUID();
            var some = households.subList(at, Math.min(households.size(), at + batch));
            var sealed = secrets.seal(SealedRow.place(TABLE, id), text(some));
            jdbc.sql("""
                            insert into household_import_part (id, import, place, secret, secret_key, secret_algorithm)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(id, sheet, at / batch, sealed.bytes(), sealed.key(), sealed.algorithm())
                    .update();
        }
    }

    Optional<Part> unchecked(UUID sheet) {
        return first(sheet, "not checked");
    }

    Optional<Part> left(UUID sheet) {
        return first(sheet, "true");
    }

    private Optional<Part> first(UUID sheet, String which) {
        return jdbc.sql("select * from household_import_part where import = ? and " + which + " order by place limit 1")
                .param(sheet)
                .query((rs, row) ->
                        new Part(rs.getObject("id", UUID.class), households(SealedRow.open(secrets, TABLE, rs))))
                .optional();
    }

    void checked(UUID part) {
        jdbc.sql("update household_import_part set checked = true where id = ?")
                .param(part)
                .update();
    }

    void delete(UUID part) {
        jdbc.sql("delete from household_import_part where id = ?").param(part).update();
    }

    void deleteAll(UUID sheet) {
        jdbc.sql("delete from household_import_part where import = ?")
                .param(sheet)
                .update();
    }

    private String text(List<ListedHousehold> households) {
        try {
            return json.writeValueAsString(households);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e.getClass().getSimpleName());
        }
    }

    private List<ListedHousehold> households(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            // Without the cause, which would quote what is secret.
            throw new IllegalStateException(
                    "Households of a sheet cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
