package org.minqing.household.secret;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a value stands. It is bound to that: taken to another row, column or table it does not open.
 *
 * @param row the primary key
 */
public record Place(String table, String column, UUID row) {

    byte[] bound(String key, String algorithm) {
        return String.join("\u001f", table, column, row.toString(), key, algorithm)
                .getBytes(StandardCharsets.UTF_8);
    }
}
