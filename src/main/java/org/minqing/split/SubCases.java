package org.minqing.split;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what an appeal was split into. What is hidden from the reader the database leaves out. */
@Service
@Transactional(readOnly = true)
public class SubCases {

    private final Appeals appeals;
    private final SplitRows rows;
    private final Clocks clocks;
    private final Localities localities;
    private final InstantSource clock;

    SubCases(Appeals appeals, SplitRows rows, Clocks clocks, Localities localities, InstantSource clock) {
        this.appeals = appeals;
        this.rows = rows;
        this.clocks = clocks;
        this.localities = localities;
        this.clock = clock;
    }

    /** Those of an appeal in the order in which they were split; none of a sub-case. */
    public List<SubCase> of(String number) {
        var all = appeals.subCasesOf(number);
        if (all.isEmpty()) {
            return List.of();
        }
        var numbers = all.stream().map(Appeal::number).toList();
        var grounds = rows.grounds(numbers);
        var results = rows.results(numbers);
        return all.stream()
                .map(a -> {
                    var running = clocks.running(a.number(), ClockKind.RESOLVE);
                    return new SubCase(
                            a,
                            UnitTree.name(localities.get(a.locality()), a.handlingUnit(), ""),
                            running.map(c -> c.dueAt()).orElse(null),
                            running.filter(c -> c.dueAt().isBefore(clock.instant()))
                                    .isPresent(),
                            results.get(a.number()),
                            grounds.get(a.number()));
                })
                .toList();
    }

    /** The appeal of which it was split; empty if it was not, or the reader may not see that. */
    public Optional<Appeal> whole(Appeal appeal) {
        return Optional.ofNullable(appeal.parent()).flatMap(appeals::find);
    }

    /** The whole tree as a form shows it, a line each, the appeal itself marked; empty if it was not split. */
    public Optional<String> words(Appeal appeal) {
        var top = appeal.subCase() ? appeal.parent() : appeal.number();
        var lines = of(top).stream().map(s -> line(s, appeal.number())).collect(Collectors.joining("\n"));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                appeal.subCase() ? "本件是 " + top + " 的分件，由主件统一答复居民。\n" + lines : "分件全部办结后，由本件统一答复居民。\n" + lines);
    }

    /** The tree to which an appeal belongs, for staff; empty if there is none. */
    public List<SubCaseLine> lines(Appeal appeal) {
        return of(appeal.subCase() ? appeal.parent() : appeal.number()).stream()
                .map(s -> new SubCaseLine(
                        s.appeal().number(),
                        s.appeal().title(),
                        s.unitName(),
                        s.stateName(),
                        s.resolveBy() == null ? null : Times.iso(s.resolveBy()),
                        s.late(),
                        s.removed() ? null : s.result(),
                        s.ground(),
                        s.open()))
                .toList();
    }

    /** What came of those of them that were not taken out, for the answer to the resident; empty if there are none. */
    public String answers(String number) {
        return of(number).stream()
                .filter(s -> !s.removed() && s.result() != null)
                .map(s -> s.appeal().title() + "：" + s.result())
                .collect(Collectors.joining("；"));
    }

    private static String line(SubCase s, String self) {
        var line = s.appeal().number() + " " + s.appeal().title() + "（" + s.unitName() + "）："
                + (s.appeal().number().equals(self) ? "本件，" : "") + s.stateName();
        if (s.removed()) {
            return line + "。" + s.ground();
        }
        if (s.result() != null) {
            return line + "。" + s.result();
        }
        return s.resolveBy() == null
                ? line
                : line + (s.late() ? "，已超期，应于 " : "，应于 ") + Times.end(s.resolveBy()) + " 前办结";
    }
}
