package org.minqing.reorganisation.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.minqing.organisation.Localities;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.page.Search;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.reorganisation.Reorganisations;
import org.minqing.reorganisation.Version;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tree of a locality, its draft, what is in the way of it, from when it is to hold, and what held before. */
@Controller
class OrganisationPages implements HoldsForm {

    static final String PAGE = "/desk/organisation";

    /** A tree that was published. {@code coming} may still be taken back. */
    record Past(
            long id, LocalDate effectiveOn, String reason, String by, String at, boolean withdrawn, boolean coming) {}

    private final Reorganisations reorganisations;
    private final Localities localities;
    private final Colleagues colleagues;
    private final FieldMessages messages;

    OrganisationPages(
            Reorganisations reorganisations, Localities localities, Colleagues colleagues, FieldMessages messages) {
        this.reorganisations = reorganisations;
        this.localities = localities;
        this.colleagues = colleagues;
        this.messages = messages;
    }

    /** @throws Refusal for whoever does not keep the tree */
    @GetMapping(PAGE)
    ModelAndView tree(@AuthenticationPrincipal StaffMember person) {
        return page(person, Map.of(), Map.of(), List.of());
    }

    @PostMapping(PAGE + "/draft")
    ModelAndView begin(@AuthenticationPrincipal StaffMember person) {
        reorganisations.begin(person);
        return PageAnswer.seeOther(PAGE);
    }

    @PostMapping(PAGE + "/publication")
    ModelAndView publish(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "edition", defaultValue = "") String edition,
            @RequestParam(name = "effectiveOn", defaultValue = "") String day,
            @RequestParam(name = "reorganisationReason", defaultValue = "") String reason) {
        try {
            reorganisations.publish(person, Search.number(edition).orElse(0), day(day), reason);
        } catch (InvalidInput e) {
            var faults = e.problems().stream()
                    .filter(problem -> problem.field().equals("draft"))
                    .map(problem -> problem.zh())
                    .toList();
            return PageAnswer.badRequest(page(
                    person,
                    Map.of("effectiveOn", day, "reorganisationReason", reason),
                    faults.isEmpty() ? messages.of(e) : Map.of(),
                    faults));
        }
        reorganisations.putIntoForce();
        return PageAnswer.seeOther(PAGE);
    }

    /** A draft is thrown away, or what was published for a day to come is taken back. */
    @PostMapping(PAGE + "/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "version", defaultValue = "") String version) {
        reorganisations.withdraw(person, Search.number(version).orElseThrow(Refusal::notFound));
        return PageAnswer.seeOther(PAGE);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private ModelAndView page(
            StaffMember person, Map<String, String> typed, Map<String, String> problems, List<String> refused) {
        var present = reorganisations.present(person);
        var draft = reorganisations.draft(person);
        var tree = draft.map(Version::draft).orElse(present);
        return new ModelAndView("organisation/tree")
                .addObject("person", person)
                .addObject("localityName", localities.get(person.locality()).name())
                .addObject("draft", draft.orElse(null))
                .addObject("units", TreeLines.of(tree, present))
                .addObject("gone", TreeLines.gone(tree, present))
                .addObject(
                        "faults",
                        refused.isEmpty() ? draft.map(reorganisations::faults).orElse(List.of()) : refused)
                .addObject("history", history(person))
                .addObject("today", reorganisations.today())
                .addObject("typed", typed)
                .addObject("problems", problems);
    }

    private List<Past> history(StaffMember person) {
        var versions = reorganisations.history(person);
        var names =
                colleagues.names(versions.stream().map(Version::by).distinct().toList());
        return versions.stream()
                .map(version -> new Past(
                        version.id(),
                        version.effectiveOn(),
                        version.reason(),
                        names.getOrDefault(version.by(), version.by()),
                        Times.iso(version.at()),
                        version.withdrawn(),
                        version.effectiveOn().isAfter(reorganisations.today())))
                .toList();
    }
}
