package org.minqing.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.minqing.merging.Reporters;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.security.StaffMember;
import org.minqing.sla.due.DueState;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** Lists of open appeals as a supervisor reads them. */
@Service
public class OpenAppeals {

    private static final int PAGE = 20;

    /**
     * The columns that a file has too. {@code deadline} is the nearest, in words; empty if none runs. {@code due} counts every
     * limit of it, {@code voices} those who told of it.
     */
    public record Line(
            String number,
            String title,
            String unitName,
            String statusName,
            String deadline,
            String dueAt,
            DueState due,
            int days,
            int voices) {}

    /**
     * @param steps    what it waits for, and with which posts
     * @param danger     somebody is in danger, and it is not over
     * @param unaccepted nobody has taken it on
     * @param waiting  the result was reported: there is nobody to remind
     * @param reminded when, in words; empty if somebody may remind now
     */
    record Entry(
            Line line,
            List<OpenSteps.Step> steps,
            boolean danger,
            boolean unaccepted,
            boolean waiting,
            String reminded) {}

    /** @param total all of them, on whatever page */
    record Found(List<Entry> entries, long total, int page, long pages) {}

    private final BacklogRows rows;
    private final OpenSteps steps;
    private final SupervisionRules rules;
    private final Localities localities;
    private final Reporters reporters;
    private final InstantSource clock;

    OpenAppeals(
            BacklogRows rows,
            OpenSteps steps,
            SupervisionRules rules,
            Localities localities,
            Reporters reporters,
            InstantSource clock) {
        this.rows = rows;
        this.steps = steps;
        this.rules = rules;
        this.localities = localities;
        this.reporters = reporters;
        this.clock = clock;
    }

    public Found find(StaffMember reader, BacklogQuestion question) {
        var now = clock.instant();
        var found = rows.list(reader.locality(), now, question, Search.before(question.page(), PAGE), PAGE);
        var numbers = found.stream().map(BacklogRows.Row::number).toList();
        var open = steps.of(numbers);
        var nearest = rows.nearest(numbers);
        var voices = reporters.voices(numbers);
        var reminded = rows.remindedSince(numbers, now.minus(rules.remindEvery()));
        var entries = found.stream()
                .map(row -> new Entry(
                        line(reader.locality(), row, nearest, voices, now),
                        open.getOrDefault(row.number(), List.of()),
                        row.danger(),
                        row.unaccepted(),
                        row.waiting(),
                        reminded.containsKey(row.number()) ? Times.words(reminded.get(row.number())) : ""))
                .toList();
        var total = found.isEmpty()
                ? rows.count(reader.locality(), now, question)
                : found.get(0).total();
        return new Found(entries, total, question.page(), Search.pages(total, PAGE));
    }

    /** Where somebody is in danger; as a rule nowhere, and whoever opens his desk does not wait to learn that. */
    public Found inDanger(StaffMember reader) {
        return rows.mayBeDanger(reader.locality())
                ? find(reader, BacklogQuestion.inDanger())
                : new Found(List.of(), 0, 1, 1);
    }

    /** For files: without what the engine would have to be asked for one by one. */
    public List<Line> first(StaffMember reader, BacklogQuestion question, int most) {
        var now = clock.instant();
        var found = rows.list(reader.locality(), now, question, 0, most);
        var numbers = found.stream().map(BacklogRows.Row::number).toList();
        var nearest = rows.nearest(numbers);
        var voices = reporters.voices(numbers);
        return found.stream()
                .map(row -> line(reader.locality(), row, nearest, voices, now))
                .toList();
    }

    private Line line(
            String locality,
            BacklogRows.Row row,
            Map<String, String> nearest,
            Map<String, Integer> voices,
            Instant now) {
        var kind = nearest.get(row.number());
        var runs = row.dueAt() != null && kind != null;
        return new Line(
                row.number(),
                row.title(),
                UnitTree.name(localities.get(locality), row.unit()),
                row.reviewed() ? "复查复核中" : row.status().label(),
                runs ? kind + Spans.left(now, row.dueAt()) : "",
                runs ? Times.iso(row.dueAt()) : "",
                row.due(),
                Math.max(0, row.days()),
                voices.getOrDefault(row.number(), 1));
    }
}
