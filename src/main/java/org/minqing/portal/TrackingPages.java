package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minqing.addition.Additions;
import org.minqing.attachment.AddedFiles;
import org.minqing.attachment.SentFiles;
import org.minqing.feedback.ContactGuard;
import org.minqing.feedback.RatingReader;
import org.minqing.merging.ReporterActs;
import org.minqing.organisation.Localities;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.question.ResidentQuestions;
import org.minqing.review.ReviewRequests;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which whoever holds a tracking code follows, rates and withdraws an appeal. */
@Controller
class TrackingPages implements HoldsForm {

    private final Tracking tracking;
    private final ReporterActs acts;
    private final ContactGuard contacts;
    private final ResidentQuestions questions;
    private final ReviewRequests reviews;
    private final Additions additions;
    private final FieldMessages messages;
    private final SentFiles files;
    private final AddedFiles added;
    private final Localities localities;

    TrackingPages(
            Tracking tracking,
            ReporterActs acts,
            ContactGuard contacts,
            ResidentQuestions questions,
            ReviewRequests reviews,
            Additions additions,
            FieldMessages messages,
            SentFiles files,
            AddedFiles added,
            Localities localities) {
        this.tracking = tracking;
        this.acts = acts;
        this.contacts = contacts;
        this.questions = questions;
        this.reviews = reviews;
        this.additions = additions;
        this.messages = messages;
        this.files = files;
        this.added = added;
        this.localities = localities;
    }

    @GetMapping("/track")
    ModelAndView ask() {
        return find("", false, false);
    }

    /** Whoever types a number hears what else is needed, whether there is such an appeal or not. */
    @PostMapping("/track")
    ModelAndView find(@RequestParam(name = "code", defaultValue = "") String typed) {
        if (TrackingCode.isNumber(typed)) {
            return PageAnswer.refused(find(typed, false, true), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        var code = TrackingCode.normalised(typed);
        try {
            appeal(code);
            return PageAnswer.seeOther("/track/" + code);
        } catch (Refusal e) {
            return PageAnswer.refused(find(typed, true, false), HttpStatus.NOT_FOUND);
        }
    }

    private ModelAndView find(String typed, boolean unknown, boolean number) {
        return new ModelAndView("portal/find")
                .addObject("typed", typed)
                .addObject("unknown", unknown)
                .addObject("number", number)
                .addObject("localities", localities.all());
    }

    @GetMapping("/track/{code}")
    ModelAndView show(@PathVariable("code") String code, @RequestParam Map<String, String> asked) {
        return new ModelAndView("portal/track", Map.of("appeal", appeal(code), "code", code))
                .addObject("rated", asked.containsKey("rated"))
                .addObject("problems", Map.of())
                .addObject("typed", Map.of());
    }

    @PostMapping("/track/{code}/withdraw")
    ModelAndView withdraw(@PathVariable("code") String code) {
        appeal(code);
        acts.withdraw(code);
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

    /** What he forgot to say, or what has happened since. */
    @PostMapping("/track/{code}/addition")
    ModelAndView add(
            @PathVariable("code") String code, @RequestParam(name = "addition", defaultValue = "") String typed) {
        appeal(code);
        try {
            additions.add(code, typed.replace("\r\n", "\n"));
        } catch (InvalidInput e) {
            return PageAnswer.refused(
                    show(code, Map.of()).addObject("addition", typed).addObject("problems", messages.of(e)),
                    HttpStatus.BAD_REQUEST);
        }
        return PageAnswer.seeOther("/track/" + code + "#words");
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

    /** Photos that he took since. */
    @PostMapping("/track/{code}/attachments")
    ModelAndView addFiles(
            HttpServletRequest request,
            @PathVariable("code") String code,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "photos", required = false) List<MultipartFile> photos) {
        appeal(code);
        var typed = new HashMap<>(sent);
        try {
            files.keep(request, null, photos, typed);
            added.byResident(code, SentFiles.ids(typed));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(
                    show(code, Map.of()).addObject("typed", typed).addObject("problems", messages.of(e)));
        }
        return PageAnswer.seeOther("/track/" + code + "#attachments-title");
    }

    /** He does not accept the opinion, and asks the level above. */
    @PostMapping("/track/{code}/review")
    ModelAndView review(
            @PathVariable("code") String code, @RequestParam(name = "reason", defaultValue = "") String typed) {
        appeal(code);
        try {
            reviews.ask(code, typed.replace("\r\n", "\n"));
        } catch (InvalidInput e) {
            return PageAnswer.refused(
                    show(code, Map.of()).addObject("reason", typed).addObject("problems", messages.of(e)),
                    HttpStatus.BAD_REQUEST);
        }
        return PageAnswer.seeOther("/track/" + code + "#review");
    }

    @PostMapping("/track/{code}/review/withdraw")
    ModelAndView withdrawReview(@PathVariable("code") String code) {
        appeal(code);
        reviews.withdraw(code);
        return PageAnswer.seeOther("/track/" + code + "#review");
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
            acts.rate(code, RatingReader.typed(typed, TrackedResult.questionOf(appeal.result())));
            return PageAnswer.seeOther("/track/" + code + "?rated");
        } catch (InvalidInput e) {
            return PageAnswer.refused(rating(code, appeal, typed, messages.of(e)), HttpStatus.BAD_REQUEST);
        }
    }

    private TrackedAppeal appeal(String code) {
        if (!TrackingCode.isOne(code)) {
            throw Refusal.notFound();
        }
        return tracking.of(code);
    }

    private static ModelAndView rating(
            String code, TrackedAppeal appeal, Map<String, String> typed, Map<String, String> problems) {
        return new ModelAndView(
                "portal/rate",
                Map.of(
                        "code",
                        code,
                        "appeal",
                        appeal,
                        "asked",
                        TrackedResult.questionOf(appeal.result()).field(),
                        "typed",
                        typed,
                        "problems",
                        problems));
    }
}
