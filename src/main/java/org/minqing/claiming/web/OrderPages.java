package org.minqing.claiming.web;

import org.minqing.claiming.Claiming;
import org.minqing.claiming.OrderLists;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a leader or volunteer may claim (可以接的单), on his telephone. */
@Controller
class OrderPages implements HoldsForm {

    private final Claiming claiming;
    private final OrderLists lists;
    private final FieldMessages messages;

    OrderPages(Claiming claiming, OrderLists lists, FieldMessages messages) {
        this.claiming = claiming;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/desk/orders")
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        return new ModelAndView("desk/orders").addObject("person", person).addObject("orders", lists.of(person));
    }

    /** Somebody who was too late finds the list again, with the reason on it. */
    @PostMapping("/desk/orders/{number}")
    ModelAndView act(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "action", defaultValue = "") String action,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        try {
            claiming.act(person, number, action, reason.replace("\r\n", "\n"));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(list(person)
                    .addObject("number", number)
                    .addObject("reason", reason)
                    .addObject("problems", messages.of(e)));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            return PageAnswer.refused(list(person).addObject("refused", e.zh()), HttpStatus.CONFLICT);
        }
        return PageAnswer.seeOther("/desk/orders");
    }
}
