package org.minqing.household.web;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.household.HouseholdRules;
import org.minqing.household.coverage.Coverage;
import org.minqing.household.coverage.Figures;
import org.minqing.household.coverage.Load;
import org.minqing.household.coverage.Told;
import org.minqing.organisation.Localities;
import org.minqing.problem.Refusal;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whether anybody is missed, for those who see households and for those who only have them counted. */
@Controller
class CoveragePages {

    private final Coverage coverage;
    private final HouseholdRules rules;
    private final Localities localities;
    private final Colleagues colleagues;

    CoveragePages(Coverage coverage, HouseholdRules rules, Localities localities, Colleagues colleagues) {
        this.coverage = coverage;
        this.rules = rules;
        this.localities = localities;
        this.colleagues = colleagues;
    }

    /** @throws Refusal as if there were no such page, for whoever may know of no unit */
    @GetMapping("/desk/households/coverage")
    ModelAndView coverage(@AuthenticationPrincipal StaffMember person) {
        var report = coverage.of(person);
        if (report.places().isEmpty()) {
            throw Refusal.notFound();
        }
        var told = new Told(rules.fewest(), report.seen());
        return new ModelAndView("households/coverage")
                .addObject("person", person)
                .addObject("localityName", localities.get(person.locality()).name())
                .addObject("report", report)
                .addObject("told", told)
                .addObject("numbers", numbers(report, told))
                .addObject("names", names(person, report))
                .addObject("within", rules.contactWithin())
                .addObject("usual", rules.load())
                .addObject("longest", longest(report));
    }

    private List<CoverageNumber> numbers(Coverage.Report report, Told told) {
        return List.of(
                number("households", report, told, Figures::households, ""),
                number("waiting", report, told, Figures::waiting, "?days=" + rules.contactWithin()),
                number("uncovered", report, told, Figures::uncovered, "?uncovered=yes"),
                number("unowned", report, told, Figures::unowned, null));
    }

    private static CoverageNumber number(
            String code, Coverage.Report report, Told told, ToLongFunction<Figures> column, String query) {
        return new CoverageNumber(
                code,
                column.applyAsLong(report.all()),
                told.sum(report.places(), column),
                report.seen() && query != null ? "/desk/households" + query : null);
    }

    private Map<String, String> names(StaffMember person, Coverage.Report report) {
        var people = Stream.of(report.workers(), report.members())
                .flatMap(loads -> loads.stream().map(Load::person))
                .distinct()
                .toList();
        return colleagues.called(person.locality(), people).stream()
                .collect(Collectors.toMap(Colleagues.Colleague::userId, Colleagues.Colleague::label));
    }

    /** How many households the length of a whole bar is: some more than is usual, or as many as the most has. */
    private long longest(Coverage.Report report) {
        return Math.max(
                rules.load().to() * 3L / 2,
                report.workers().stream().mapToLong(Load::households).max().orElse(0));
    }
}
