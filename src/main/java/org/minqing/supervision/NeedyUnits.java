package org.minqing.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.security.StaffMember;
import org.minqing.time.Spans;
import org.springframework.stereotype.Service;

/** Who needs help: the units that are late, that let things lie, or where nobody is. */
@Service
class NeedyUnits {

    private final SupervisionRules rules;
    private final OpenSteps steps;

    NeedyUnits(SupervisionRules rules, OpenSteps steps) {
        this.rules = rules;
        this.steps = steps;
    }

    /** The worst first; without those of whoever reads: nobody judges his own. */
    List<Summary.HelpLine> among(List<Summary.UnitLine> all, Locality locality, StaffMember reader) {
        var own = locality.holdings().stream()
                .filter(holding -> reader.groups().contains(holding.group()))
                .map(holding -> holding.unit().code())
                .collect(Collectors.toSet());
        var lines = all.stream().filter(line -> !own.contains(line.unit())).toList();
        var help = rules.needsHelp();
        var deserted = help.vacant() ? deserted(locality, lines) : Set.<String>of();
        return lines.stream()
                .filter(line -> line.overdue() >= help.overdue()
                        || line.oldestDays() >= help.oldestDays()
                        || deserted.contains(line.unit()))
                .sorted(Comparator.comparingInt(Summary.UnitLine::overdue)
                        .thenComparingInt(Summary.UnitLine::oldestDays)
                        .reversed())
                .map(line -> new Summary.HelpLine(
                        line.unit(), line.name(), line.overdue(), reason(line, deserted.contains(line.unit()))))
                .toList();
    }

    private static String reason(Summary.UnitLine line, boolean deserted) {
        var parts = new ArrayList<String>();
        if (line.overdue() > 0) {
            parts.add("超时 " + line.overdue() + " 件");
        }
        if (line.oldestDays() > 0) {
            parts.add("最久 " + Spans.days(line.oldestDays()));
        }
        var reason = String.join("，", parts);
        return deserted ? (reason.isEmpty() ? "" : reason + "；") + "有事要办，岗位上没有人" : reason;
    }

    /** Units with work that have posts which handle it, and nobody fills any of them. */
    private Set<String> deserted(Locality locality, List<Summary.UnitLine> lines) {
        var working = lines.stream().map(Summary.UnitLine::unit).toList();
        var posts = locality.holdings().stream()
                .filter(h -> h.post().role() == Role.HANDLER
                        && working.contains(h.unit().code()))
                .toList();
        var vacant = steps.vacant(posts.stream().map(Holding::group).toList());
        var deserted = new HashSet<String>();
        posts.forEach(h -> deserted.add(h.unit().code()));
        posts.stream()
                .filter(h -> !vacant.contains(h.group()))
                .forEach(h -> deserted.remove(h.unit().code()));
        return deserted;
    }
}
