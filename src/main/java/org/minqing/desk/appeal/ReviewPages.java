package org.minqing.desk.appeal;

import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.review.ReviewRequests;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whoever answers the phone or stands at the counter asks the level above for a resident, on the card. */
@Controller
class ReviewPages implements HoldsForm {

    private final ReviewRequests requests;
    private final AppealPages pages;
    private final FieldMessages messages;

    ReviewPages(ReviewRequests requests, AppealPages pages, FieldMessages messages) {
        this.requests = requests;
        this.pages = pages;
        this.messages = messages;
    }

    @PostMapping("/desk/appeals/{number}/review")
    ModelAndView ask(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "how", defaultValue = "") String how,
            @RequestParam(name = "reason", defaultValue = "") String reason) {
        try {
            requests.askFor(person, number, how, reason.replace("\r\n", "\n"));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(pages.card(person, number, messages.of(e))
                    .addObject("how", how)
                    .addObject("reviewReason", reason));
        }
        return PageAnswer.seeOther("/desk/appeals/" + number + "#review");
    }
}
