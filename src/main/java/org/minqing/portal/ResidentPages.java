package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.appeal.Actor;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.appeal.kind.DangerKind;
import org.minqing.attachment.SentFiles;
import org.minqing.intake.Attempt;
import org.minqing.intake.Intake;
import org.minqing.intake.PrivacyNotice;
import org.minqing.intake.SubmissionReader;
import org.minqing.intake.TypedSubmission;
import org.minqing.limits.Limits;
import org.minqing.merging.ToldBefore;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which residents hand in appeals. What becomes of them is on {@link TrackingPages}. */
@Controller
class ResidentPages implements HoldsForm {

    /** The field that says that he was asked whether others told of it before, and the one with what he chose. */
    private static final String TOLD = "told";

    static final String JOINS = "joins";

    /** What stands folded up; it opens where something of it was said. */
    private static final Set<String> MORE = Set.of(
            "facts.danger",
            "facts.lineCut",
            "facts.safetyRisk",
            "facts.vulnerable",
            "facts.aboutStaff",
            "accused",
            "facts.peopleAffected");

    private final Localities localities;
    private final AppealTypes types;
    private final Categories categories;
    private final SubmissionReader reader;
    private final Intake intake;
    private final PrivacyNotice notice;
    private final FieldMessages messages;
    private final Limits limits;
    private final SentFiles files;
    private final JoinedFiling joined;

    ResidentPages(
            Localities localities,
            AppealTypes types,
            Categories categories,
            SubmissionReader reader,
            Intake intake,
            PrivacyNotice notice,
            FieldMessages messages,
            Limits limits,
            SentFiles files,
            JoinedFiling joined) {
        this.localities = localities;
        this.types = types;
        this.categories = categories;
        this.reader = reader;
        this.intake = intake;
        this.notice = notice;
        this.messages = messages;
        this.limits = limits;
        this.files = files;
        this.joined = joined;
    }

    /** @param unit where it happened, as the QR code on the card of a grid worker says it */
    @GetMapping("/submit")
    ModelAndView form(
            @RequestParam(name = "locality", required = false) String code,
            @RequestParam(name = "unit", defaultValue = "") String unit,
            @CookieValue(name = RememberedLocality.COOKIE, required = false) String remembered,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (code == null) {
            return new ModelAndView(
                    localities.find(remembered == null ? "" : remembered).isEmpty()
                            ? "redirect:/"
                            : "redirect:/submit?locality=" + remembered);
        }
        request.setAttribute(Landlines.LOCALITY, code);
        var locality = localities.get(code);
        RememberedLocality.remember(locality, request, response);
        return form(locality, Map.of("location.unit", unit), TypedSubmission.newKey(), Map.of());
    }

    @PostMapping("/submit")
    ModelAndView submit(
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "photos", required = false) List<MultipartFile> photos,
            // The browser's own token: who sends the form again from there is the same, whatever network he is in by
            // then.
            @CookieValue(name = "FORM-TOKEN", required = false) String browser,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = new SubmissionForm(sent);
        request.setAttribute(Landlines.LOCALITY, form.text("locality"));
        var locality = localities.get(form.text("locality"));
        var typed = new HashMap<>(sent);
        form.outside(locality).forEach(typed::remove);
        try {
            var massed = limits.submission(request);
            // The same words with the same key are the same appeal: photos that come twice have two ids.
            var attempt =
                    Attempt.of(form.key(), DigestUtils.sha256Hex(form.words())).by(browser);
            files.keep(request, null, photos, typed);
            var submission = reader.read(new SubmissionForm(typed).json());
            var told = typed.containsKey(TOLD) ? List.<ToldBefore.Known>of() : joined.toAsk(submission);
            if (!told.isEmpty()) {
                return ask(locality, typed, form.key(), told);
            }
            var offer = form.text(JOINS);
            var receipt = intake.accept(submission, attempt, Actor.RESIDENT, massed, joined.by(offer, massed));
            if (receipt.trackingCode() == null) {
                return again(locality, typed);
            }
            return PageAnswer.seeOther(
                    "/track/" + receipt.trackingCode() + "?new" + (offer.isEmpty() ? "" : "&" + JOINS));
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

    /** Asks whether it is one of these, where no script could ask before. */
    private ModelAndView ask(Locality locality, Map<String, String> typed, String key, List<ToldBefore.Known> told) {
        typed.put(TOLD, "asked");
        return PageAnswer.refused(
                form(locality, typed, key, Map.of()).addObject("told", told), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** Asks whether this is meant as another appeal. */
    private ModelAndView again(Locality locality, Map<String, String> typed) {
        var again = form(locality, typed, TypedSubmission.newKey(), Map.of());
        again.addObject("again", true);
        return PageAnswer.refused(again, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView form(Locality locality, Map<String, String> typed, String key, Map<String, String> problems) {
        var areas = locality.areas().stream()
                .filter(unit -> !unit.equals(locality.root()))
                .toList();
        return new ModelAndView("portal/submit")
                .addObject("locality", locality)
                .addObject("types", types.typesOf(locality.code()))
                .addObject("chosenType", typed.getOrDefault("type", AppealTypes.UNSAID))
                .addObject("categories", categories.of(locality.code()))
                .addObject("dangers", DangerKind.values())
                .addObject("areas", areas)
                .addObject("typed", typed)
                .addObject(
                        "more",
                        typed.keySet().stream()
                                .anyMatch(field -> MORE.contains(field)
                                        && !typed.get(field).isBlank()))
                .addObject("key", key)
                .addObject("notice", notice.version())
                .addObject("problems", problems);
    }
}
