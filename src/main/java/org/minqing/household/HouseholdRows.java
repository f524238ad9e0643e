package org.minqing.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.position.CoordinateSystem;
import org.minqing.position.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code household}. Whoever is signed in finds those alone in it that he may see. */
@Repository
public class HouseholdRows {

    private final JdbcClient jdbc;

    HouseholdRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean none() {
        return jdbc.sql("select not exists (select from household)")
                .query(Boolean.class)
                .single();
    }

    Optional<Household> find(UUID id) {
        return jdbc.sql("select * from household where id = ?")
                .param(id)
                .query(HouseholdRows::household)
                .optional();
    }

    /** The same, and nobody else changes it or anything of it until the transaction ends. */
    Optional<Household> lock(UUID id) {
        return jdbc.sql("select * from household where id = ? for update")
                .param(id)
                .query(HouseholdRows::household)
                .optional();
    }

    /** Those that are there at these addresses now, by the key of the address; nobody else changes them until the transaction ends. */
    public Map<String, Household> lockAt(String locality, Collection<String> keys) {
        return jdbc
                .sql(
                        "select * from household where locality = ? and ended is null and address_key = any (?) order by id for update")
                .params(locality, keys.toArray(String[]::new))
                .query(HouseholdRows::household)
                .list()
                .stream()
                .collect(Collectors.toMap(household -> key(household.address()), household -> household));
    }

    void insert(UUID id, String locality, HouseholdDraft draft, String by, Instant at) {
        jdbc.sql("""
                        insert into household (id, locality, unit, address, address_key, lng, lat, coordinates, since, recorded_by,
                          recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        locality,
                        draft.unit(),
                        draft.address(),
                        key(draft.address()),
                        draft.point() == null ? null : draft.point().lng(),
                        draft.point() == null ? null : draft.point().lat(),
                        draft.point() == null ? null : draft.point().system().code(),
                        draft.since(),
                        by,
                        TimeColumn.of(at))
                .update();
    }

    /** @return whether it was still of that version */
    boolean update(UUID id, int version, HouseholdDraft draft) {
        return jdbc.sql("""
                        update household set unit = ?, address = ?, address_key = ?, lng = ?, lat = ?, coordinates = ?, since = ?,
                          version = version + 1 where id = ? and version = ? and ended is null""")
                        .params(
                                draft.unit(),
                                draft.address(),
                                key(draft.address()),
                                draft.point() == null ? null : draft.point().lng(),
                                draft.point() == null ? null : draft.point().lat(),
                                draft.point() == null
                                        ? null
                                        : draft.point().system().code(),
                                draft.since(),
                                id,
                                version)
                        .update()
                == 1;
    }

    /** Something of it was changed: who read it before has to read it again. */
    boolean changed(UUID id, int version) {
        return jdbc.sql("update household set version = version + 1 where id = ? and version = ? and ended is null")
                        .params(id, version)
                        .update()
                == 1;
    }

    boolean end(UUID id, int version, LocalDate day, String reason) {
        return jdbc.sql("""
                        update household set ended = ?, end_reason = ?, version = version + 1
                        where id = ? and version = ? and ended is null""").params(day, reason, id, version).update() == 1;
    }

    void contacted(UUID id, LocalDate day) {
        jdbc.sql("update household set last_contact = greatest(last_contact, ?) where id = ?")
                .params(day, id)
                .update();
    }

    /** As addresses are compared. */
    public static String key(String address) {
        return Normalizer.normalize(address, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    /** A row of the table. */
    public static Household household(ResultSet rs, int row) throws SQLException {
        var coordinates = rs.getString("coordinates");
        return new Household(
                rs.getObject("id", UUID.class),
                rs.getString("locality"),
                rs.getString("unit"),
                rs.getString("address"),
                coordinates == null
                        ? null
                        : new Position(
                                rs.getDouble("lng"),
                                rs.getDouble("lat"),
                                Coded.of(CoordinateSystem.class, coordinates)),
                rs.getInt("version"),
                rs.getObject("since", LocalDate.class),
                rs.getObject("ended", LocalDate.class),
                rs.getString("end_reason"),
                rs.getObject("last_contact", LocalDate.class));
    }
}
