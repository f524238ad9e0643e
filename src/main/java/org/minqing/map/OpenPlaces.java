package org.minqing.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.minqing.access.Reach;
import org.minqing.appeal.AppealStatus;
import org.minqing.code.Coded;
import org.minqing.database.Conditions;
import org.minqing.database.TimeColumn;
import org.minqing.position.CoordinateSystem;
import org.minqing.position.Position;
import org.minqing.sla.due.DueState;
import org.minqing.sla.due.RunningLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open appeals where they happened. Which of them somebody may see {@code AppealAccess} knows. */
@Repository
class OpenPlaces {

    /**
     * One open appeal.
     *
     * @param urgency    a code; empty while nothing is decided
     * @param danger     somebody is in danger, and it is not over
     * @param unaccepted nobody has taken it on
     */
    record Row(
            String number,
            String title,
            AppealStatus status,
            String urgency,
            String unit,
            Position position,
            Instant dueAt,
            DueState due,
            boolean danger,
            boolean unaccepted) {}

    private static final String OPEN = """
            with open as (select a.* from appeal a where a.locality = :locality and a.closed_at is null%s)
            select * from (select a.number, a.title, a.status, a.urgency, a.unit, a.lng, a.lat, a.coordinates,
                   a.danger_posts <> '' and a.made_safe_at is null and a.round = 0
                     and a.status in ('RECEIVED', 'HANDLING') as danger,
                   coalesce(c.unaccepted, false) as unaccepted, c.due_at, %s as due
            from open a left join (
              select appeal, min(due_at) as due_at, min(soon_at) as soon_at, bool_or(what = 'ACCEPT') as unaccepted
              from (%s) r group by appeal) c on c.appeal = a.number) placed
            order by danger desc, danger and unaccepted desc, due_at nulls last, number""";

    private final JdbcClient jdbc;
    private final RunningLimits limits;
    private final InstantSource clock;

    OpenPlaces(JdbcClient jdbc, RunningLimits limits, InstantSource clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** Where somebody is in danger first, then the nearest limit. */
    List<Row> among(Reach reach, MapQuestion asked) {
        var conditions = new Conditions()
                .when("a.unit = any (:units)", asked.units())
                .when("a.urgency = :urgency", urgency(asked))
                .when("a.track <> 'confidential'", asked.forAll())
                .when(Reach.HIS, !reach.all());
        var values = new HashMap<>(conditions.values());
        if (!reach.all()) {
            values.putAll(reach.parameters());
        }
        var numbers = "select number from open";
        return jdbc.sql(OPEN.formatted(conditions.and(), RunningLimits.STATE, limits.sqlOf(numbers)))
                .params(values)
                .param("locality", reach.locality())
                .param("now", TimeColumn.of(clock.instant()))
                .query(OpenPlaces::row)
                .list();
    }

    private static String urgency(MapQuestion asked) {
        var urgency = asked.filters().get(AppealLayer.URGENCY);
        return MapRules.UNDECIDED.equals(urgency) ? "" : urgency;
    }

    private static Row row(ResultSet rs, int index) throws SQLException {
        return new Row(
                rs.getString("number"),
                rs.getString("title"),
                AppealStatus.valueOf(rs.getString("status")),
                rs.getString("urgency"),
                rs.getString("unit"),
                position(rs),
                TimeColumn.read(rs, "due_at"),
                Coded.of(DueState.class, rs.getString("due")),
                rs.getBoolean("danger"),
                rs.getBoolean("unaccepted"));
    }

    private static Position position(ResultSet rs) throws SQLException {
        var system = rs.getString("coordinates");
        return system == null
                ? null
                : new Position(rs.getDouble("lng"), rs.getDouble("lat"), Coded.of(CoordinateSystem.class, system));
    }
}
