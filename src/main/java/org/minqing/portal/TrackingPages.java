package org.minqing.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.minqing.feedback.ContactGuard;
import org.minqing.feedback.Feedback;
import org.minqing.feedback.ResidentQuestions;
import org.minqing.handling.Ending;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which whoever holds a tracking code follows, rates and withdraws an appeal. */
@Controller
class TrackingPages implements HoldsForm {

    /** Nothing else is looked up, so nothing odd reaches the database. */
    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");

    private final Tracking tracking;
    private final Feedback feedback;
    private final Ending ending;
    private final ContactGuard contacts;
    private final ResidentQuestions questions;
    private final FieldMessages messages;

    TrackingPages(
            Tracking tracking,
            Feedback feedback,
            Ending ending,
            ContactGuard contacts,
            ResidentQuestions questions,
            FieldMessages messages) {
        this.tracking = tracking;
        this.feedback = feedback;
        this.ending = ending;
        this.contacts = contacts;
        this.questions = questions;
        this.messages = messages;
    }

    @GetMapping("/track")
    ModelAndView ask() {
        return new ModelAndView("portal/find", Map.of("typed", "", "unknown", false));
    }

    @PostMapping("/track")
    ModelAndView find(@RequestParam(name = "code", defaultValue = "") String typed) {
        var code = normalised(typed);
        try {
            appeal(code);
            return PageAnswer.seeOther("/track/" + code);
        } catch (Refusal e) {
            var page = new ModelAndView("portal/find", Map.of("typed", typed, "unknown", true));
            return PageAnswer.refused(page, HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/track/{code}")
    ModelAndView show(@PathVariable("code") String code, @RequestParam Map<String, String> asked) {
        var page = new ModelAndView("portal/track", Map.of("appeal", appeal(code), "code", code));
        page.addObject("grouped", code.replaceAll("(.{4})(?!$)", "$1 "));
        page.addObject("received", asked.containsKey("new"));
        if (asked.containsKey("new")) {
            var heard = tracking.heard(code);
            page.addObject("calls", heard.calls()).addObject("suggested", heard.suggested());
        }
        page.addObject("rated", asked.containsKey("rated"));
        page.addObject("problems", Map.of());
        return page;
    }

    @PostMapping("/track/{code}/withdraw")
    ModelAndView withdraw(@PathVariable("code") String code) {
        appeal(code);
        ending.withdraw(code);
        return PageAnswer.seeOther("/track/" + code);
    }

    /** Whether somebody really reached the resident; one tap. */
    @PostMapping("/track/{code}/contact")
    ModelAndView contact(
            @PathVariable("code") String code, @RequestParam(name = "reached", defaultValue = "") String reached) {
        appeal(code);
        if (!reached.equals("yes") && !reached.equals("no")) {
            throw new InvalidInput("reached", "请选择有没有人联系过您", "must be yes or no");
        }
        contacts.answered(code, reached.equals("yes"));
        return PageAnswer.seeOther("/track/" + code);
    }

    /** What staff wanted to know. */
    @PostMapping("/track/{code}/answer")
    ModelAndView answer(
            @PathVariable("code") String code,
            @RequestParam(name = "question", defaultValue = "") String question,
            @RequestParam(name = "answer", defaultValue = "") String typed) {
        appeal(code);
        try {
            questions.answer(code, ResidentQuestions.id(question), typed.replace("\r\n", "\n"));
        } catch (InvalidInput e) {
            return PageAnswer.refused(
                    show(code, Map.of())
                            .addObject("answering", question)
                            .addObject("answer", typed)
                            .addObject("problems", messages.of(e)),
                    HttpStatus.BAD_REQUEST);
        }
        return PageAnswer.seeOther("/track/" + code + "#questions");
    }

    @GetMapping("/track/{code}/rate")
    ModelAndView rating(@PathVariable("code") String code) {
        var appeal = appeal(code);
        return appeal.canRate() ? rating(code, appeal, Map.of(), Map.of()) : PageAnswer.seeOther("/track/" + code);
    }

    @PostMapping("/track/{code}/rate")
    ModelAndView rate(@PathVariable("code") String code, @RequestParam Map<String, String> typed) {
        var appeal = appeal(code);
        try {
            feedback.rate(code, RatingReader.read(json(typed)));
            return PageAnswer.seeOther("/track/" + code + "?rated");
        } catch (InvalidInput e) {
            return PageAnswer.refused(rating(code, appeal, typed, messages.of(e)), HttpStatus.BAD_REQUEST);
        }
    }

    private TrackedAppeal appeal(String code) {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.notFound();
        }
        return tracking.of(code);
    }

    /** As people copy it: in groups, in small letters, with signs of full width or with an O for a zero. */
    private static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static ModelAndView rating(
            String code, TrackedAppeal appeal, Map<String, String> typed, Map<String, String> problems) {
        return new ModelAndView(
                "portal/rate", Map.of("code", code, "appeal", appeal, "typed", typed, "problems", problems));
    }

    private static ObjectNode json(Map<String, String> typed) {
        var json = JsonNodeFactory.instance.objectNode();
        var grade = typed.getOrDefault("grade", "");
        if (grade.matches("[1-5]")) {
            json.put("grade", Integer.parseInt(grade));
        }
        for (var field : new String[] {"resolved", "contacted"}) {
            var answer = typed.getOrDefault(field, "");
            if (answer.equals("yes") || answer.equals("no")) {
                json.put(field, answer.equals("yes"));
            }
        }
        var comment = typed.getOrDefault("comment", "").replace("\r\n", "\n").strip();
        return comment.isEmpty() ? json : json.put("comment", comment);
    }
}
