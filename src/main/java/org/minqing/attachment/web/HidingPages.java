package org.minqing.attachment.web;

import java.util.Map;
import org.minqing.access.Capacity;
import org.minqing.access.Moderation;
import org.minqing.appeal.Appeal;
import org.minqing.attachment.Attachments;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes a photo that shows what nobody should see out of everybody's sight, with a reason that stays. */
@Controller
class HidingPages implements HoldsForm {

    private final Attachments attachments;
    private final Moderation moderation;
    private final Capacity capacity;
    private final FieldMessages messages;

    HidingPages(Attachments attachments, Moderation moderation, Capacity capacity, FieldMessages messages) {
        this.attachments = attachments;
        this.moderation = moderation;
        this.capacity = capacity;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/attachments/{id}/hiding")
    ModelAndView ask(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @PathVariable("id") String id) {
        return page(person, moderation.moderated(person, number), id, "", Map.of());
    }

    @PostMapping("/desk/appeals/{number}/attachments/{id}/hiding")
    ModelAndView hide(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            @RequestParam(name = "reason", defaultValue = "") String typed) {
        var appeal = moderation.moderated(person, number);
        try {
            attachments.hide(attachments.getForStaff(appeal, id), capacity.of(person, appeal), typed);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, appeal, id, typed, messages.of(e)));
        }
        return PageAnswer.seeOther("/desk/appeals/" + number + "#attachments-title");
    }

    private ModelAndView page(
            StaffMember person, Appeal appeal, String id, String reason, Map<String, String> problems) {
        return new ModelAndView("desk/hide-attachment")
                .addObject("person", person)
                .addObject("appeal", appeal)
                .addObject("attachment", attachments.getForStaff(appeal, id))
                .addObject("reason", reason)
                .addObject("problems", problems);
    }
}
