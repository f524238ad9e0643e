package org.minqing.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.security.StaffMember;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** What comes due until midnight in Shanghai, so that somebody can be called before it is late. */
@Service
public class DueToday {

    private static final int MOST = 100;

    /**
     * @param at   as {@code 11月21日 24:00}
     * @param left in words
     */
    public record Entry(String number, String title, String unitName, String at, String left) {}

    /** @param name such as {@code 30 分钟内}; of the last step {@code 今天内} */
    public record Step(String name, List<Entry> entries) {}

    /** @param total also those beyond the ones listed */
    public record Timeline(List<Step> steps, long total) {}

    private final BacklogRows rows;
    private final SupervisionRules rules;
    private final Localities localities;
    private final InstantSource clock;

    DueToday(BacklogRows rows, SupervisionRules rules, Localities localities, InstantSource clock) {
        this.rows = rows;
        this.rules = rules;
        this.localities = localities;
        this.clock = clock;
    }

    public Timeline of(StaffMember reader) {
        var now = clock.instant();
        var midnight = now.atZone(Times.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(Times.ZONE)
                .toInstant();
        var found = rows.dueBefore(reader.locality(), now, midnight, MOST);
        var steps = new ArrayList<Step>();
        var from = now;
        for (var step : rules.timeline()) {
            var end = now.plus(step);
            steps.add(new Step(Spans.whole(step) + "内", between(found, from, end, reader, now)));
            from = end;
        }
        steps.add(new Step("今天内", between(found, from, Instant.MAX, reader, now)));
        return new Timeline(steps, found.isEmpty() ? 0 : found.get(0).total());
    }

    private List<Entry> between(
            List<BacklogRows.Row> found, Instant after, Instant until, StaffMember reader, Instant now) {
        var locality = localities.get(reader.locality());
        return found.stream()
                .filter(row -> row.dueAt().isAfter(after) && !row.dueAt().isAfter(until))
                .map(row -> new Entry(
                        row.number(),
                        row.title(),
                        UnitTree.name(locality, row.unit()),
                        Times.end(row.dueAt()),
                        Spans.length(Duration.between(now, row.dueAt()))))
                .toList();
    }
}
