package org.minqing.supervision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.minqing.database.TimeColumn;
import org.minqing.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in and what ended, by hour and by day of Shanghai, for the pictures of a day. Sub-cases came in with their whole. */
@Repository
public class DayFigures {

    /** @param usual average of the days before, with one decimal */
    public record Hour(int hour, long today, BigDecimal usual) {}

    public record Day(LocalDate day, long received, long ended) {}

    private final JdbcClient jdbc;
    private final SupervisionRules rules;
    private final InstantSource clock;

    DayFigures(JdbcClient jdbc, SupervisionRules rules, InstantSource clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** All 24 of them. */
    public List<Hour> hours(String locality) {
        var today = today();
        var usualDays = rules.pictures().usualDays();
        var counts = jdbc.sql("""
                        select extract(hour from submitted_at at time zone 'Asia/Shanghai')::int as hour,
                          count(*) filter (where submitted_at >= :today) as today,
                          count(*) filter (where submitted_at < :today) as before
                        from appeal where locality = :locality and submitted_at >= :from and parent is null
                        group by hour""")
                .param("locality", locality)
                .param("today", TimeColumn.of(start(today)))
                .param("from", TimeColumn.of(start(today.minusDays(usualDays))))
                .query((rs, i) -> new Hour(
                        rs.getInt("hour"),
                        rs.getLong("today"),
                        BigDecimal.valueOf(rs.getLong("before"))
                                .divide(BigDecimal.valueOf(usualDays), 1, RoundingMode.HALF_UP)))
                .list();
        return IntStream.range(0, 24)
                .mapToObj(hour -> counts.stream()
                        .filter(it -> it.hour() == hour)
                        .findFirst()
                        .orElse(new Hour(hour, 0, BigDecimal.ZERO.setScale(1))))
                .toList();
    }

    /** The days of {@code supervision.yml} and today, the earliest first. */
    public List<Day> days(String locality) {
        var today = today();
        var from = today.minusDays(rules.pictures().days());
        var received = byDay("submitted_at", locality, from);
        var ended = byDay("closed_at", locality, from);
        return from.datesUntil(today.plusDays(1))
                .map(day -> new Day(day, received.getOrDefault(day, 0L), ended.getOrDefault(day, 0L)))
                .toList();
    }

    /** @param column one of this class */
    private Map<LocalDate, Long> byDay(String column, String locality, LocalDate from) {
        return jdbc
                .sql("""
                        select (%1$s at time zone 'Asia/Shanghai')::date as day, count(*) as n from appeal
                        where locality = ? and %1$s >= ? and parent is null group by day""".formatted(column))
                .params(locality, TimeColumn.of(start(from)))
                .query((rs, i) -> Map.entry(rs.getObject("day", LocalDate.class), rs.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private LocalDate today() {
        return clock.instant().atZone(Times.ZONE).toLocalDate();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Times.ZONE).toInstant();
    }
}
