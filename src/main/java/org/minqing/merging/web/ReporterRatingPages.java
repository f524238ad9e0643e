package org.minqing.merging.web;

import java.util.Map;
import org.minqing.feedback.RatingReader;
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

/** What a merged reporter says of the result on the phone. */
@Controller
class ReporterRatingPages implements HoldsForm {

    private final CallingBack calling;
    private final FieldMessages messages;

    ReporterRatingPages(CallingBack calling, FieldMessages messages) {
        this.calling = calling;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/reporter-rating")
    ModelAndView form(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return page(person, number, Map.of(), Map.of());
    }

    @PostMapping("/desk/appeals/{number}/reporter-rating")
    ModelAndView rate(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam Map<String, String> typed) {
        try {
            calling.rated(person, number, RatingReader.typed(typed, calling.asked(person, number)));
            return PageAnswer.seeOther("/desk/appeals/" + number);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, number, typed, messages.of(e)));
        }
    }

    private ModelAndView page(
            StaffMember person, String number, Map<String, String> typed, Map<String, String> problems) {
        var appeal = calling.called(person, number);
        return new ModelAndView("desk/reporter-rating")
                .addObject("person", person)
                .addObject("number", appeal.number())
                .addObject("about", appeal.title())
                .addObject("asked", calling.asked(person, number).field())
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}
