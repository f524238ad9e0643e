package org.minqing.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.minqing.household.secret.Place;
import org.minqing.household.secret.Sealed;
import org.minqing.household.secret.Secrets;

/** The columns secret, secret_key and secret_algorithm that tables of households have. */
public final class SealedRow {

    private SealedRow() {}

    public static Place place(String table, UUID row) {
        return new Place(table, "secret", row);
    }

    public static Sealed of(ResultSet rs) throws SQLException {
        return new Sealed(rs.getBytes("secret"), rs.getString("secret_key"), rs.getString("secret_algorithm"));
    }

    /** What the row {@code id} of the table says. */
    public static String open(Secrets secrets, String table, ResultSet rs) throws SQLException {
        return secrets.open(place(table, rs.getObject("id", UUID.class)), of(rs));
    }
}
