package org.minqing.supervision.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.minqing.access.AppealAccess;
import org.minqing.appeal.Appeal;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.minqing.supervision.OpenSteps;
import org.minqing.supervision.Reassigning;
import org.minqing.supervision.Reminding;
import org.minqing.supervision.Supervising;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a supervisor does about one appeal, as forms. */
@Controller
class SupervisionActPages implements HoldsForm {

    /** A search of the list, and nothing that could lead elsewhere. */
    private static final Pattern SEARCH = Pattern.compile("[A-Za-z0-9=&-]{0,200}");

    private final Supervising supervising;
    private final Reminding reminding;
    private final Reassigning reassigning;
    private final OpenSteps steps;
    private final AppealAccess access;
    private final Localities localities;
    private final FieldMessages messages;

    SupervisionActPages(
            Supervising supervising,
            Reminding reminding,
            Reassigning reassigning,
            OpenSteps steps,
            AppealAccess access,
            Localities localities,
            FieldMessages messages) {
        this.supervising = supervising;
        this.reminding = reminding;
        this.reassigning = reassigning;
        this.steps = steps;
        this.access = access;
        this.localities = localities;
        this.messages = messages;
    }

    @GetMapping("/desk/supervision/appeals/{number}")
    ModelAndView acts(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return page(person, access.visible(person, number), Map.of());
    }

    @PostMapping("/desk/appeals/{number}/supervision")
    ModelAndView supervise(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "instruction", defaultValue = "") String typed) {
        var appeal = access.visible(person, number);
        try {
            supervising.supervise(person, appeal.number(), typed.strip());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, appeal, messages.of(e)).addObject("instruction", typed));
        }
        return PageAnswer.seeOther("/desk/appeals/" + appeal.number() + "#timeline");
    }

    /** @param list the search from which the reminder was sent, to go back to; null from elsewhere */
    @PostMapping("/desk/appeals/{number}/reminder")
    ModelAndView remind(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "list", required = false) String list) {
        var appeal = access.visible(person, number);
        reminding.remind(person, appeal.number());
        return PageAnswer.seeOther(
                list != null && SEARCH.matcher(list).matches()
                        ? "/desk/supervision/appeals?" + list
                        : "/desk/appeals/" + appeal.number() + "#timeline");
    }

    @PostMapping("/desk/appeals/{number}/reassignment")
    ModelAndView reassign(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "holder", defaultValue = "") String holder,
            @RequestParam(name = "reason", defaultValue = "") String typed) {
        var appeal = access.visible(person, number);
        try {
            reassigning.reassign(person, appeal.number(), holder, typed.strip());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, appeal, messages.of(e))
                    .addObject("holder", holder)
                    .addObject("reason", typed));
        }
        return PageAnswer.seeOther("/desk/appeals/" + appeal.number() + "#timeline");
    }

    private ModelAndView page(StaffMember person, Appeal appeal, Map<String, String> problems) {
        return new ModelAndView("supervision/act")
                .addObject("person", person)
                .addObject("appeal", appeal)
                .addObject("unitName", UnitTree.name(localities.get(appeal.locality()), appeal.handlingUnit()))
                .addObject("steps", steps.of(List.of(appeal.number())).getOrDefault(appeal.number(), List.of()))
                .addObject("choices", reassigning.choices(appeal))
                .addObject("problems", problems);
    }
}
