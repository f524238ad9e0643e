package org.minqing.household.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database counted, for one unit and one pair of people at a time. */
@Repository
class CoverageRows {

    /**
     * @param worker   user id of who was named responsible; null where the post of the unit is
     * @param covering user id of the party member who covers them; null where nobody does
     * @param waiting  with whom nobody was since the day that was asked for, or ever
     * @param never    those of them with whom nobody was ever
     */
    record Counted(String unit, String worker, String covering, long households, long waiting, long never) {}

    private final JdbcClient jdbc;

    CoverageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Counted> of(String locality, Collection<String> units, LocalDate lastDay) {
        return jdbc.sql("select * from household_coverage(?, ?, ?)")
                .params(locality, units.toArray(String[]::new), lastDay)
                .query((rs, row) -> new Counted(
                        rs.getString("unit"),
                        rs.getString("worker"),
                        rs.getString("covering"),
                        rs.getLong("households"),
                        rs.getLong("waiting"),
                        rs.getLong("never")))
                .list();
    }
}
