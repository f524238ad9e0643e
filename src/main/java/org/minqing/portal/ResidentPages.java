package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.appeal.Actor;
import org.minqing.appeal.kind.Categories;
import org.minqing.intake.Attempt;
import org.minqing.intake.Intake;
import org.minqing.intake.SubmissionReader;
import org.minqing.limits.Limits;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Landlines;
import org.minqing.problem.Refusal;
import org.minqing.problem.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which residents hand in appeals. What becomes of them is on {@link TrackingPages}. */
@Controller
class ResidentPages implements HoldsForm {

    /** @param examples some of the categories, @param categories how many there are in all */
    record Card(Locality locality, List<String> examples, int categories) {}

    private static final int EXAMPLES = 3;

    private final Localities localities;
    private final Categories categories;
    private final SubmissionReader reader;
    private final Intake intake;
    private final FieldMessages messages;
    private final Limits limits;

    ResidentPages(
            Localities localities,
            Categories categories,
            SubmissionReader reader,
            Intake intake,
            FieldMessages messages,
            Limits limits) {
        this.localities = localities;
        this.categories = categories;
        this.reader = reader;
        this.intake = intake;
        this.messages = messages;
        this.limits = limits;
    }

    @GetMapping("/")
    ModelAndView home() {
        return new ModelAndView(
                "portal/home",
                Map.of("cards", localities.all().stream().map(this::card).toList()));
    }

    @GetMapping("/submit")
    ModelAndView form(@RequestParam(name = "locality", required = false) String code, HttpServletRequest request) {
        if (code == null) {
            return new ModelAndView("redirect:/");
        }
        request.setAttribute(Landlines.LOCALITY, code);
        return form(localities.get(code), Map.of(), SubmissionForm.newKey(), Map.of());
    }

    @PostMapping("/submit")
    ModelAndView submit(
            @RequestParam Map<String, String> typed,
            // The browser's own token: who sends the form again from there is the same, whatever network he is in by
            // then.
            @CookieValue(name = "FORM-TOKEN", required = false) String browser,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = new SubmissionForm(typed);
        request.setAttribute(Landlines.LOCALITY, form.text("locality"));
        var locality = localities.get(form.text("locality"));
        var json = form.json();
        try {
            var massed = limits.submission(request);
            var attempt = Attempt.of(form.key(), DigestUtils.sha256Hex(json.toString()))
                    .by(browser);
            var receipt = intake.accept(reader.read(json), attempt, Actor.RESIDENT, massed);
            if (receipt.trackingCode() == null) {
                return again(locality, typed);
            }
            return PageAnswer.seeOther("/track/" + receipt.trackingCode() + "?new");
        } catch (InvalidInput e) {
            return PageAnswer.refused(form(locality, typed, form.key(), messages.of(e)), HttpStatus.BAD_REQUEST);
        } catch (TooMany e) {
            // What he wrote stays in the page, for another try or to be read out on the phone.
            response.setHeader("Retry-After", String.valueOf(e.seconds()));
            var later = form(locality, typed, form.key(), Map.of());
            later.addObject("tooMany", e);
            return PageAnswer.refused(later, HttpStatus.TOO_MANY_REQUESTS);
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.KEY_REUSED) {
                throw e;
            }
            // The resident went back and wrote something else.
            return again(locality, typed);
        }
    }

    /** Asks whether this is meant as another appeal. */
    private ModelAndView again(Locality locality, Map<String, String> typed) {
        var again = form(locality, typed, SubmissionForm.newKey(), Map.of());
        again.addObject("again", true);
        return PageAnswer.refused(again, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private Card card(Locality locality) {
        var all = categories.of(locality.code());
        var examples =
                all.stream().limit(EXAMPLES).map(Categories.Category::name).toList();
        return new Card(locality, examples, all.size());
    }

    private ModelAndView form(Locality locality, Map<String, String> typed, String key, Map<String, String> problems) {
        var areas = locality.areas().stream()
                .filter(unit -> !unit.equals(locality.root()))
                .toList();
        return new ModelAndView(
                "portal/submit",
                Map.of(
                        "locality", locality,
                        "categories", categories.of(locality.code()),
                        "areas", areas,
                        "typed", typed,
                        "key", key,
                        "problems", problems));
    }
}
