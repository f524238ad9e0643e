package org.minqing.desk.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.minqing.appeal.Times;
import org.minqing.desk.supervision.BacklogRows.Count;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.organisation.Unit;
import org.springframework.stereotype.Service;

/** What is open, where it lies and how old it is. */
@Service
class Backlog {

    /** The same moment, told twice. */
    record View(Summary summary, Matrix matrix) {}

    private final BacklogRows rows;
    private final SupervisionRules rules;
    private final OpenSteps steps;
    private final Localities localities;
    private final InstantSource clock;

    Backlog(BacklogRows rows, SupervisionRules rules, OpenSteps steps, Localities localities, InstantSource clock) {
        this.rows = rows;
        this.rules = rules;
        this.steps = steps;
        this.localities = localities;
        this.clock = clock;
    }

    View of(String code) {
        var locality = localities.get(code);
        var now = clock.instant();
        var bands = rules.bands().stream().map(SupervisionRules.Band::from).toList();
        var counts = rows.counts(code, now, bands).stream().collect(Collectors.groupingBy(Count::unit));
        return new View(summary(locality, counts, now), matrix(locality, counts));
    }

    private Summary summary(Locality locality, Map<String, List<Count>> counts, Instant now) {
        var all = flat(counts.values());
        var lines = inOrder(locality, counts).stream()
                .map(unit -> line(unit, name(locality, unit), counts.get(unit)))
                .toList();
        return new Summary(
                Times.iso(now),
                sum(all, Count::open),
                sum(all, Count::dueSoon),
                sum(all, Count::overdue),
                sum(all, Count::waiting),
                lines,
                needsHelp(locality, lines));
    }

    private List<Summary.HelpLine> needsHelp(Locality locality, List<Summary.UnitLine> lines) {
        var help = rules.needsHelp();
        var absent = help.vacant() ? absent(locality, lines) : List.<String>of();
        return lines.stream()
                .filter(line -> line.overdue() >= help.overdue()
                        || line.oldestDays() >= help.oldestDays()
                        || absent.contains(line.unit()))
                .sorted(Comparator.comparingInt(Summary.UnitLine::overdue)
                        .thenComparingInt(Summary.UnitLine::oldestDays)
                        .reversed())
                .map(line -> new Summary.HelpLine(line.unit(), line.name(), reason(line, absent.contains(line.unit()))))
                .toList();
    }

    private static String reason(Summary.UnitLine line, boolean absent) {
        var parts = new ArrayList<String>();
        if (line.overdue() > 0) {
            parts.add("超时 " + line.overdue() + " 件");
        }
        if (line.oldestDays() > 0) {
            parts.add("最久 " + line.oldestDays() + " 天");
        }
        var reason = String.join("，", parts);
        return absent ? (reason.isEmpty() ? "" : reason + "；") + "有事要办，岗位上没有人" : reason;
    }

    /** Units with work at which nobody fills a post that handles any. */
    private List<String> absent(Locality locality, List<Summary.UnitLine> lines) {
        return lines.stream()
                .map(Summary.UnitLine::unit)
                .filter(unit -> {
                    var groups = locality.holdings().stream()
                            .filter(h ->
                                    h.unit().code().equals(unit) && h.post().role() == Role.HANDLER)
                            .map(Holding::group)
                            .toList();
                    return !groups.isEmpty() && steps.vacant(groups).size() == groups.size();
                })
                .toList();
    }

    private Matrix matrix(Locality locality, Map<String, List<Count>> counts) {
        var lines = new ArrayList<Matrix.Line>();
        for (var unit : locality.units()) {
            if (unit.parent() == null) {
                // What lies with the locality itself: nobody knows the place yet.
                add(lines, unit.code(), unit.name(), 0, counts.getOrDefault(unit.code(), List.of()));
            } else {
                var within = counts.entrySet().stream()
                        .filter(e -> locality.isWithin(e.getKey(), unit.code()))
                        .map(Map.Entry::getValue)
                        .toList();
                add(
                        lines,
                        unit.code(),
                        unit.name(),
                        locality.lineOf(unit.code()).size() - 2,
                        flat(within));
            }
        }
        counts.keySet().stream()
                .filter(unit -> locality.unit(unit).isEmpty())
                .forEach(unit -> add(lines, unit, unit, 0, counts.get(unit)));
        return new Matrix(
                rules.bands(), List.copyOf(lines), line(locality.code(), locality.name(), 0, flat(counts.values())));
    }

    private void add(List<Matrix.Line> lines, String unit, String name, int depth, List<Count> counts) {
        if (!counts.isEmpty()) {
            lines.add(line(unit, name, depth, counts));
        }
    }

    private Matrix.Line line(String unit, String name, int depth, List<Count> counts) {
        var ages = new ArrayList<>(Collections.nCopies(rules.bands().size(), 0));
        counts.forEach(c -> ages.set(c.band(), ages.get(c.band()) + c.open()));
        var flat = line(unit, name, counts);
        return new Matrix.Line(
                unit,
                name,
                depth,
                List.copyOf(ages),
                flat.open(),
                flat.waiting(),
                flat.dueSoon(),
                flat.overdue(),
                flat.oldestDays());
    }

    private static Summary.UnitLine line(String unit, String name, List<Count> counts) {
        return new Summary.UnitLine(
                unit,
                name,
                sum(counts, Count::open),
                sum(counts, Count::dueSoon),
                sum(counts, Count::overdue),
                sum(counts, Count::waiting),
                counts.stream().mapToInt(Count::oldest).max().orElse(0));
    }

    private static List<String> inOrder(Locality locality, Map<String, List<Count>> counts) {
        var order = locality.units().stream().map(Unit::code).toList();
        return counts.keySet().stream()
                .sorted(Comparator.comparingInt(
                                (String unit) -> order.contains(unit) ? order.indexOf(unit) : order.size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    static String name(Locality locality, String unit) {
        return locality.unit(unit).map(Unit::name).orElse(unit);
    }

    private static int sum(List<Count> counts, ToIntFunction<Count> part) {
        return counts.stream().mapToInt(part).sum();
    }

    private static List<Count> flat(Collection<List<Count>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }
}
