package org.minqing.household.web;

import java.util.List;
import java.util.Map;
import org.minqing.household.Bars;
import org.minqing.household.HouseholdAccess;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who keeps away from a household, whatever post he holds, and why. */
@Controller
class BarPages implements HoldsForm {

    record Line(String id, String name, String reason, String at) {}

    private static final String BARS = "/desk/households/{id}/bars";

    private final Bars bars;
    private final HouseholdAccess access;
    private final Colleagues colleagues;
    private final FileSheets sheets;
    private final FieldMessages messages;

    BarPages(Bars bars, HouseholdAccess access, Colleagues colleagues, FileSheets sheets, FieldMessages messages) {
        this.bars = bars;
        this.access = access;
        this.colleagues = colleagues;
        this.sheets = sheets;
        this.messages = messages;
    }

    @GetMapping(BARS)
    ModelAndView list(@AuthenticationPrincipal StaffMember person, @PathVariable("id") String id) {
        return page(person, id, Map.of(), Map.of());
    }

    @PostMapping(BARS)
    ModelAndView bar(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = Typed.of(sent, "barred barReason");
        try {
            bars.bar(person, id, typed.getOrDefault("barred", ""), typed.getOrDefault("barReason", ""));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, id, typed, messages.of(e)));
        }
        // Who barred himself has no page of it any more.
        return PageAnswer.seeOther(
                person.userId().equals(typed.get("barred")) ? "/desk/households" : "/desk/households/" + id + "/bars");
    }

    @PostMapping(BARS + "/lift")
    ModelAndView lift(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestParam(name = "bar", defaultValue = "") String bar) {
        bars.lift(person, id, bar);
        return PageAnswer.seeOther("/desk/households/" + id + "/bars");
    }

    private ModelAndView page(StaffMember person, String id, Map<String, String> typed, Map<String, String> problems) {
        var household = access.kept(person, id);
        return new ModelAndView("households/bars")
                .addObject("person", person)
                .addObject("household", household)
                .addObject(
                        "bars",
                        bars.of(household.id()).stream()
                                .map(bar -> new Line(
                                        bar.id().toString(),
                                        sheets.names(List.of(bar.person())),
                                        bar.reason(),
                                        Times.iso(bar.at())))
                                .toList())
                .addObject("colleagues", colleagues.of(household.locality()))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
