package org.minqing.household.colour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.household.secret.Place;
import org.minqing.household.secret.Sealed;
import org.minqing.household.secret.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code household_colour}: each colour that a household ever had, the risk of its people encrypted. */
@Repository
class ColourRows {

    private static final String TABLE = "household_colour";
    private static final String RISKS = "household = any (:households) and risk = any (:risks)";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final ObjectMapper json;

    ColourRows(JdbcClient jdbc, Secrets secrets, ObjectMapper json) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
    }

    /** Those of now, by household. */
    Map<UUID, Map<Risk, Coloured>> now(Collection<UUID> households, Collection<Risk> risks) {
        var now = new HashMap<UUID, Map<Risk, Coloured>>();
        jdbc.sql("select distinct on (household, risk) * from household_colour where " + RISKS
                        + " order by household, risk, place desc")
                .param("households", households.toArray(UUID[]::new))
                .param("risks", risks.stream().map(Risk::code).toArray(String[]::new))
                .query(this::coloured)
                .list()
                .forEach(one -> now.computeIfAbsent(one.household(), h -> new HashMap<>())
                        .put(one.risk(), one));
        return now;
    }

    /** Newest first. */
    List<Coloured> history(UUID household, Collection<Risk> risks) {
        return jdbc.sql("select * from household_colour where " + RISKS + " order by place desc")
                .param("households", new UUID[] {household})
                .param("risks", risks.stream().map(Risk::code).toArray(String[]::new))
                .query(this::coloured)
                .list();
    }

    void add(UUID household, Risk risk, Verdict verdict, Instant at) {
        var id = UUID.randomUUID();
        var sealed = risk == Risk.PERSON ? secrets.seal(place(id), text(verdict)) : null;
        jdbc.sql("""
                        insert into household_colour (id, household, risk, colour, rule, reason, secret, secret_key, secret_algorithm,
                          coloured_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        household,
                        risk.code(),
                        sealed == null ? verdict.colour() : null,
                        sealed == null ? verdict.rule() : null,
                        sealed == null ? verdict.reason() : null,
                        sealed == null ? null : sealed.bytes(),
                        sealed == null ? null : sealed.key(),
                        sealed == null ? null : sealed.algorithm(),
                        TimeColumn.of(at))
                .update();
    }

    /** Nobody else colours it until the transaction ends. */
    void lock(UUID household) {
        jdbc.sql("select id from household where id = ? for no key update")
                .param(household)
                .query(UUID.class)
                .optional();
    }

    /** The next ids of households that are there still. */
    List<UUID> after(UUID last, int most) {
        return jdbc.sql("select id from household where id > ? and ended is null order by id limit ?")
                .params(last, most)
                .query(UUID.class)
                .list();
    }

    private Coloured coloured(ResultSet rs, int row) throws SQLException {
        return new Coloured(
                rs.getObject("household", UUID.class),
                Coded.of(Risk.class, rs.getString("risk")),
                rs.getBytes("secret") == null
                        ? new Verdict(rs.getString("colour"), rs.getString("rule"), rs.getString("reason"))
                        : opened(rs),
                TimeColumn.read(rs, "coloured_at"));
    }

    private Verdict opened(ResultSet rs) throws SQLException {
        var sealed = new Sealed(rs.getBytes("secret"), rs.getString("secret_key"), rs.getString("secret_algorithm"));
        try {
            return json.readValue(secrets.open(place(rs.getObject("id", UUID.class)), sealed), Verdict.class);
        } catch (JsonProcessingException e) {
            // Without the cause, which would quote what is secret.
            throw new IllegalStateException(
                    "A colour cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private String text(Verdict verdict) {
        try {
            return json.writeValueAsString(verdict);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Place place(UUID row) {
        return new Place(TABLE, "secret", row);
    }
}
