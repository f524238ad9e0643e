package org.minqing.household.colour;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.code.Coded;
import org.minqing.database.TimeColumn;
import org.minqing.household.Need.Rhythm;
import org.minqing.sla.due.RunningLimits;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits in households: contact, needs, and open appeals that are about them. Nothing of it has to be decrypted. */
@Repository
class TimeFacts {

    /** @param facts what the table is asked of it, the appeals first */
    record Waiting(UUID household, String locality, List<ColourFacts> facts) {}

    private record There(UUID id, String locality, LocalDate contact, LocalDate recorded) {}

    private static final int MOST_DAYS = 3650;

    /**
     * Whoever sees a household learns from its colour that something is late there; so appeals that are confidential, or about
     * somebody who works here, count nothing.
     */
    private static final String APPEALS = """
            with tied as (select t.household, a.number, a.urgency from appeal_household t join appeal a on a.number = t.appeal
              where t.household = any (:households) and a.closed_at is null and a.track <> 'confidential'
                and not exists (select from appeal_subject s where s.appeal = a.number)
                and not exists (select from appeal_subject_post s where s.appeal = a.number))
            select distinct tied.household, tied.urgency, coalesce(c.due_at < :now, false) overdue
            from tied left join (select appeal, min(due_at) due_at from (%s) r group by appeal) c on c.appeal = tied.number
            order by 1, 2, 3 desc""";

    private final JdbcClient jdbc;
    private final RunningLimits limits;
    private final InstantSource clock;

    TimeFacts(JdbcClient jdbc, RunningLimits limits, InstantSource clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** Of those of them that are there still. */
    List<Waiting> of(Collection<UUID> households) {
        var today = clock.instant().atZone(Times.ZONE).toLocalDate();
        var there = there(households);
        var appeals = appeals(households);
        var needs = needs(there, today);
        return there.values().stream()
                .map(one -> {
                    var facts = new ArrayList<>(appeals.getOrDefault(one.id(), List.of()));
                    var contact = one.contact() == null ? one.recorded() : one.contact();
                    facts.add(ColourFacts.contact(days(contact, today)));
                    facts.add(ColourFacts.needs(Math.min(MOST_DAYS, needs.getOrDefault(one.id(), 0))));
                    return new Waiting(one.id(), one.locality(), facts);
                })
                .toList();
    }

    private Map<UUID, There> there(Collection<UUID> households) {
        var there = new HashMap<UUID, There>();
        jdbc.sql("select id, locality, last_contact, recorded_at from household where id = any (?) and ended is null")
                .param(households.toArray(UUID[]::new))
                .query((rs, row) -> new There(
                        rs.getObject("id", UUID.class),
                        rs.getString("locality"),
                        rs.getObject("last_contact", LocalDate.class),
                        TimeColumn.read(rs, "recorded_at").atZone(Times.ZONE).toLocalDate()))
                .list()
                .forEach(one -> there.put(one.id(), one));
        return there;
    }

    private Map<UUID, List<ColourFacts>> appeals(Collection<UUID> households) {
        var appeals = new HashMap<UUID, List<ColourFacts>>();
        jdbc.sql(APPEALS.formatted(limits.sqlOf("select number from tied")))
                .param("households", households.toArray(UUID[]::new))
                .param("now", TimeColumn.of(clock.instant()))
                .query((rs, row) -> Map.entry(
                        rs.getObject("household", UUID.class),
                        ColourFacts.appeal(rs.getString("urgency"), rs.getBoolean("overdue"))))
                .list()
                .forEach(one -> appeals.computeIfAbsent(one.getKey(), h -> new ArrayList<>())
                        .add(one.getValue()));
        return appeals;
    }

    /** Of each household the days of the need that waits longest. */
    private Map<UUID, Integer> needs(Map<UUID, There> there, LocalDate today) {
        var days = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        select household, rhythm, weekday, day, since from household_need
                        where household = any (?) and ended is null""")
                .param(there.keySet().toArray(UUID[]::new))
                .query((rs, row) -> Map.entry(rs.getObject("household", UUID.class), waiting(rs, there, today)))
                .list()
                .forEach(one -> days.merge(one.getKey(), one.getValue(), Math::max));
        return days;
    }

    private static int waiting(ResultSet rs, Map<UUID, There> there, LocalDate today) throws SQLException {
        return NeedDays.of(
                Coded.of(Rhythm.class, rs.getString("rhythm")),
                rs.getInt("weekday"),
                rs.getInt("day"),
                rs.getObject("since", LocalDate.class),
                there.get(rs.getObject("household", UUID.class)).contact(),
                today);
    }

    private static int days(LocalDate from, LocalDate today) {
        return (int) Math.min(MOST_DAYS, Math.max(0, ChronoUnit.DAYS.between(from, today)));
    }
}
