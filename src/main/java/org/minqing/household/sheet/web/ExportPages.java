package org.minqing.household.sheet.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.minqing.household.HouseholdPurposes;
import org.minqing.household.sheet.SheetAccess;
import org.minqing.household.sheet.SheetRules;
import org.minqing.household.sheet.export.Exports;
import org.minqing.household.sheet.export.HouseholdFile;
import org.minqing.household.sheet.export.SheetExport;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Files of all households: asked for, allowed by another, and taken along by whoever asked. */
@Controller
class ExportPages implements HoldsForm {

    private static final String EXPORTS = "/desk/households/exports";

    /**
     * @param decider null while nobody decided
     * @param until   null unless it was allowed
     * @param given   whether this reader may take it along now
     * @param decides whether this reader may decide it
     */
    public record Line(
            String id,
            String asker,
            String asked,
            String purpose,
            String decider,
            boolean allowed,
            String until,
            boolean given,
            boolean decides) {}

    private final Exports exports;
    private final HouseholdFile file;
    private final SheetAccess access;
    private final SheetRules rules;
    private final HouseholdPurposes purposes;
    private final Colleagues colleagues;
    private final FieldMessages messages;
    private final InstantSource clock;

    ExportPages(
            Exports exports,
            HouseholdFile file,
            SheetAccess access,
            SheetRules rules,
            HouseholdPurposes purposes,
            Colleagues colleagues,
            FieldMessages messages,
            InstantSource clock) {
        this.exports = exports;
        this.file = file;
        this.access = access;
        this.rules = rules;
        this.purposes = purposes;
        this.colleagues = colleagues;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(EXPORTS)
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        return page(person, "", Map.of());
    }

    @PostMapping(EXPORTS)
    ModelAndView ask(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "lookPurpose", defaultValue = "") String purpose,
            @RequestParam(name = "tapped", defaultValue = "") String tapped) {
        // A purpose of one's own goes before one that was tapped.
        return done(person, purpose, () -> exports.ask(person, purpose.isBlank() ? tapped : purpose));
    }

    @PostMapping(EXPORTS + "/{export}/allow")
    ModelAndView allow(@AuthenticationPrincipal StaffMember person, @PathVariable("export") String export) {
        return done(person, "", () -> exports.decide(person, export, true));
    }

    @PostMapping(EXPORTS + "/{export}/refuse")
    ModelAndView refuse(@AuthenticationPrincipal StaffMember person, @PathVariable("export") String export) {
        return done(person, "", () -> exports.decide(person, export, false));
    }

    /** Sent as a form, because it is written down: nothing that a browser fetches by itself. */
    @PostMapping(EXPORTS + "/{export}/households.xlsx")
    void take(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("export") String export,
            HttpServletResponse response)
            throws IOException {
        exports.take(person, export);
        file.all(person, response);
    }

    private ModelAndView done(StaffMember person, String typed, Runnable act) {
        return PageAnswer.after(
                act,
                EXPORTS,
                e -> page(person, typed, messages.of(e)),
                e -> page(person, typed, Map.of()).addObject("refused", e.zh()));
    }

    private ModelAndView page(StaffMember person, String typed, Map<String, String> problems) {
        return new ModelAndView("households/exports")
                .addObject("person", person)
                .addObject("exports", lines(person, exports.newest(person)))
                .addObject("asks", access.mayAsk(person))
                .addObject("hours", rules.exportHours())
                .addObject("purposes", purposes.texts())
                .addObject("typed", Map.of("lookPurpose", typed))
                .addObject("problems", problems);
    }

    private List<Line> lines(StaffMember person, List<SheetExport> all) {
        var names = colleagues.names(all.stream()
                .flatMap(one -> Stream.of(one.asker(), one.decider()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var allows = access.mayAllow(person);
        var now = clock.instant();
        return all.stream()
                .map(one -> {
                    var own = one.asker().equals(person.userId());
                    return new Line(
                            one.id().toString(),
                            names.getOrDefault(one.asker(), one.asker()),
                            Times.iso(one.asked()),
                            one.purpose(),
                            one.open() ? null : names.getOrDefault(one.decider(), one.decider()),
                            one.allowed(),
                            one.allowed() ? Times.iso(one.until()) : null,
                            own && one.given(now),
                            !own && allows && one.open());
                })
                .toList();
    }
}
