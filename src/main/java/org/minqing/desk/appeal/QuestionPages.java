package org.minqing.desk.appeal;

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

/** Questions to residents (向居民提问): asked and passed on from the card of the appeal, and a list of those that wait for a call. */
@Controller
class QuestionPages implements HoldsForm {

    private final Questioning questioning;
    private final QuestionLines lines;
    private final AppealPages pages;
    private final FieldMessages messages;

    QuestionPages(Questioning questioning, QuestionLines lines, AppealPages pages, FieldMessages messages) {
        this.questioning = questioning;
        this.lines = lines;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping("/desk/questions")
    ModelAndView waiting(@AuthenticationPrincipal StaffMember person) {
        return new ModelAndView("desk/questions")
                .addObject("person", person)
                .addObject("waiting", lines.waiting(questioning.waiting(person)));
    }

    @PostMapping("/desk/appeals/{number}/question")
    ModelAndView ask(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "question", defaultValue = "") String typed,
            @RequestParam(name = "answerBy", defaultValue = "") String answerBy,
            @RequestParam(name = "pause", defaultValue = "false") boolean pause) {
        try {
            questioning.ask(person, number, typed.replace("\r\n", "\n"), answerBy.strip(), pause);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(pages.card(person, number, messages.of(e))
                    .addObject("question", typed)
                    .addObject("answerBy", answerBy)
                    .addObject("pause", pause));
        }
        return PageAnswer.seeOther("/desk/appeals/" + number + "#questions");
    }

    @PostMapping("/desk/appeals/{number}/answer")
    ModelAndView answer(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "id", defaultValue = "") String question,
            @RequestParam(name = "answer", defaultValue = "") String typed) {
        try {
            questioning.passOn(person, number, question, typed.replace("\r\n", "\n"));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(pages.card(person, number, messages.of(e))
                    .addObject("answering", question)
                    .addObject("answer", typed));
        }
        return PageAnswer.seeOther("/desk/appeals/" + number + "#questions");
    }
}
