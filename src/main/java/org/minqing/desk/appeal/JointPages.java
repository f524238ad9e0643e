package org.minqing.desk.appeal;

import org.minqing.joint.Leading;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a lead does with co-handlers, on the card of the appeal. */
@Controller
class JointPages implements HoldsForm {

    private final Leading leading;
    private final AppealPages pages;
    private final FieldMessages messages;

    JointPages(Leading leading, AppealPages pages, FieldMessages messages) {
        this.leading = leading;
        this.pages = pages;
        this.messages = messages;
    }

    @PostMapping("/desk/appeals/{number}/joint")
    ModelAndView act(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "action", defaultValue = "") String action,
            @RequestParam(name = "coHandler", defaultValue = "") String coHandler,
            @RequestParam(name = "jointQuestion", defaultValue = "") String question,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        try {
            leading.act(
                    person,
                    number,
                    action,
                    coHandler,
                    (action.equals("ask") ? question : reason).replace("\r\n", "\n"));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(pages.card(person, number, messages.of(e))
                    .addObject("coHandler", coHandler)
                    .addObject("jointQuestion", question)
                    .addObject("reason", reason));
        }
        return PageAnswer.seeOther("/desk/appeals/" + number + "#joint");
    }
}
