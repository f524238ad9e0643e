package org.minqing.roster.web;

import java.util.HashMap;
import java.util.Map;
import org.minqing.code.Ids;
import org.minqing.organisation.Localities;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.Refusal;
import org.minqing.roster.Roster;
import org.minqing.roster.RosterRules;
import org.minqing.roster.ShiftLines;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The roster as it hangs on the wall, and the form of those who keep it. */
@Controller
class RosterPages implements HoldsForm {

    private static final String ROSTER = "/desk/roster";

    private final Roster roster;
    private final RosterRules rules;
    private final ShiftLines lines;
    private final Localities localities;
    private final Colleagues colleagues;
    private final FieldMessages messages;

    RosterPages(
            Roster roster,
            RosterRules rules,
            ShiftLines lines,
            Localities localities,
            Colleagues colleagues,
            FieldMessages messages) {
        this.roster = roster;
        this.rules = rules;
        this.lines = lines;
        this.localities = localities;
        this.colleagues = colleagues;
        this.messages = messages;
    }

    /** @throws Refusal for whoever works in no locality */
    @GetMapping(ROSTER)
    ModelAndView roster(@AuthenticationPrincipal StaffMember person) {
        return page(person, Map.of("dutyWeeks", "1"), Map.of());
    }

    @PostMapping(ROSTER)
    ModelAndView add(@AuthenticationPrincipal StaffMember person, @RequestParam Map<String, String> sent) {
        if (!roster.keeps(person)) {
            throw Refusal.notFound();
        }
        var typed = new HashMap<>(sent);
        typed.keySet().retainAll(Parameters.names(TypedShift.FIELDS));
        try {
            roster.add(person, TypedShift.read(typed, rules.weeks()));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, typed, messages.of(e)));
        }
        return PageAnswer.seeOther(ROSTER);
    }

    @PostMapping(ROSTER + "/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "shift", defaultValue = "") String shift) {
        roster.withdraw(person, Ids.of(shift).orElseThrow(Refusal::notFound));
        return PageAnswer.seeOther(ROSTER);
    }

    private ModelAndView page(StaffMember person, Map<String, String> typed, Map<String, String> problems) {
        if (person.locality() == null) {
            throw Refusal.notFound();
        }
        var keeps = roster.keeps(person);
        var page = new ModelAndView("roster/roster")
                .addObject("person", person)
                .addObject("localityName", localities.get(person.locality()).name())
                .addObject("shifts", lines.coming(person))
                .addObject("keeps", keeps)
                .addObject("typed", typed)
                .addObject("problems", problems);
        return keeps
                ? page.addObject("units", localities.get(person.locality()).units())
                        .addObject("colleagues", colleagues.of(person.locality()))
                        .addObject("today", roster.today())
                        .addObject("mostWeeks", rules.weeks())
                : page;
    }
}
