package org.minqing.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.security.StaffMember;
import org.minqing.supervision.BacklogRows.Count;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** What is open, where it lies and how old it is. */
@Service
public class Backlog {

    /** The same moment, told twice. */
    public record View(Summary summary, Matrix matrix) {}

    private final BacklogRows rows;
    private final SupervisionRules rules;
    private final NeedyUnits needy;
    private final AppealTypes types;
    private final Localities localities;
    private final InstantSource clock;

    Backlog(
            BacklogRows rows,
            SupervisionRules rules,
            NeedyUnits needy,
            AppealTypes types,
            Localities localities,
            InstantSource clock) {
        this.rows = rows;
        this.rules = rules;
        this.needy = needy;
        this.types = types;
        this.localities = localities;
        this.clock = clock;
    }

    public View of(StaffMember reader) {
        var locality = localities.get(reader.locality());
        var now = clock.instant();
        var bands = rules.bands().stream().map(SupervisionRules.Band::from).toList();
        var counts = rows.counts(reader.locality(), now, bands).stream().collect(Collectors.groupingBy(Count::unit));
        return new View(summary(reader, locality, counts, now), matrix(locality, counts));
    }

    private Summary summary(StaffMember reader, Locality locality, Map<String, List<Count>> counts, Instant now) {
        var all = tally(counts.values());
        var lines = UnitTree.inOrder(locality, counts.keySet()).stream()
                .map(unit -> tally(List.of(counts.get(unit))).line(unit, UnitTree.name(locality, unit)))
                .toList();
        return new Summary(
                Times.iso(now),
                all.open(),
                all.dueSoon(),
                all.overdue(),
                all.waiting(),
                lines,
                needy.among(lines, locality, reader),
                ofTypes(locality.code(), now));
    }

    /** In the order of the table; a type of which nothing came is left out. */
    private List<Summary.TypeLine> ofTypes(String locality, Instant now) {
        var month = now.atZone(Times.ZONE).toLocalDate().withDayOfMonth(1).atStartOfDay(Times.ZONE);
        var order = types.typesOf(locality).stream()
                .map(AppealTypes.AppealType::code)
                .toList();
        return rows.types(locality, month.toInstant()).stream()
                .sorted(Comparator.comparing(
                        count -> order.contains(count.type()) ? order.indexOf(count.type()) : order.size()))
                .map(count -> new Summary.TypeLine(
                        count.type(), types.typeName(locality, count.type()), count.received(), count.open()))
                .toList();
    }

    private Matrix matrix(Locality locality, Map<String, List<Count>> counts) {
        var lines = new ArrayList<Matrix.Line>();
        for (var unit : locality.units()) {
            var within = counts.entrySet().stream()
                    // What lies with the locality itself, because nobody knows the place yet, is a line and not the
                    // sum.
                    .filter(e -> unit.parent() == null
                            ? e.getKey().equals(unit.code())
                            : locality.isWithin(e.getKey(), unit.code()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!within.isEmpty()) {
                var depth = Math.max(0, locality.lineOf(unit.code()).size() - 2);
                lines.add(tally(within).line(unit.code(), unit.name(), depth));
            }
        }
        counts.keySet().stream()
                .filter(unit -> locality.unit(unit).isEmpty())
                .forEach(unit ->
                        lines.add(tally(List.of(counts.get(unit))).line(unit, UnitTree.name(locality, unit), 0)));
        return new Matrix(
                rules.bands(), List.copyOf(lines), tally(counts.values()).line(locality.code(), locality.name(), 0));
    }

    private Tally tally(Collection<List<Count>> counts) {
        return Tally.of(
                rules.bands().size(), counts.stream().flatMap(List::stream).toList());
    }
}
