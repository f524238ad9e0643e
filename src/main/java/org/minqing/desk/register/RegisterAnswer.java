package org.minqing.desk.register;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.access.Registrar;
import org.minqing.attachment.SentFiles;
import org.minqing.intake.TypedSubmission;
import org.minqing.limits.Limits;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TooMany;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What somebody gets who sends the page: the slip, or the page again with all that he typed. */
@Component
class RegisterAnswer {

    private final TakingDown takingDown;
    private final RegisterScreen screen;
    private final FieldMessages messages;
    private final Limits limits;
    private final SentFiles files;

    RegisterAnswer(
            TakingDown takingDown, RegisterScreen screen, FieldMessages messages, Limits limits, SentFiles files) {
        this.takingDown = takingDown;
        this.screen = screen;
        this.messages = messages;
        this.limits = limits;
        this.files = files;
    }

    ModelAndView to(
            String view,
            StaffMember person,
            Registrar by,
            Map<String, String> typed,
            List<MultipartFile> photos,
            HttpServletRequest request,
            HttpServletResponse response) {
        // What is sent with it is named there, too, so that a page that is refused has it still.
        var kept = new HashMap<>(typed);
        var form = new RegisterForm(kept);
        try {
            limits.registration(request);
            files.keep(request, person.userId(), photos, kept);
            var receipt = takingDown.file(person, by, form.json(), form.key());
            return PageAnswer.seeOther("/desk/register/" + receipt.number());
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(screen.of(view, person, by, form, onPage(e)));
        } catch (TooMany e) {
            response.setHeader("Retry-After", String.valueOf(e.seconds()));
            return PageAnswer.refused(
                    screen.of(view, person, by, form, Map.of()).addObject("tooMany", e), HttpStatus.TOO_MANY_REQUESTS);
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.KEY_REUSED) {
                throw e;
            }
            // He went back and wrote something else: is it another appeal?
            return PageAnswer.refused(
                    screen.of(view, person, by, form, Map.of())
                            .addObject("again", true)
                            .addObject("key", TypedSubmission.newKey()),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private Map<String, String> onPage(InvalidInput e) {
        var texts = new LinkedHashMap<String, String>();
        messages.of(e).forEach((field, text) -> texts.put(RegisterForm.onPage(field), text));
        return texts;
    }
}
