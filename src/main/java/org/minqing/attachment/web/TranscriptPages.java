package org.minqing.attachment.web;

import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.appeal.Appeal;
import org.minqing.attachment.AttachmentLine;
import org.minqing.attachment.Attachments;
import org.minqing.attachment.Transcripts;
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

/** Whoever sees to it that an appeal is handled writes down what he hears in a voice message, for all who cannot play it. */
@Controller
class TranscriptPages implements HoldsForm {

    private final Attachments attachments;
    private final Transcripts transcripts;
    private final AppealAccess access;
    private final Capacity capacity;
    private final FieldMessages messages;

    TranscriptPages(
            Attachments attachments,
            Transcripts transcripts,
            AppealAccess access,
            Capacity capacity,
            FieldMessages messages) {
        this.attachments = attachments;
        this.transcripts = transcripts;
        this.access = access;
        this.capacity = capacity;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/attachments/{id}/words")
    ModelAndView ask(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @PathVariable("id") String id) {
        return page(person, access.summarisable(person, number), id, null, Map.of());
    }

    @PostMapping("/desk/appeals/{number}/attachments/{id}/words")
    ModelAndView write(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            @RequestParam(name = "heard", defaultValue = "") String typed) {
        var appeal = access.summarisable(person, number);
        var attachment = Transcripts.speaking(attachments.getForStaff(appeal, id));
        try {
            transcripts.write(
                    number,
                    attachment,
                    capacity.of(person, appeal),
                    seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0,
                    typed);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, appeal, id, typed, messages.of(e)));
        } catch (Refusal e) {
            // What he wrote stays in the page, with what somebody else wrote beside it.
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            return PageAnswer.refused(page(person, appeal, id, typed, Map.of("heard", e.zh())), HttpStatus.CONFLICT);
        }
        return PageAnswer.seeOther("/desk/appeals/" + number + "#attachments-title");
    }

    /** @param typed null for what stands there */
    private ModelAndView page(
            StaffMember person, Appeal appeal, String id, String typed, Map<String, String> problems) {
        var attachment = Transcripts.speaking(attachments.getForStaff(appeal, id));
        var versions = transcripts.of(attachment);
        var newest = versions.isEmpty() ? "" : versions.get(0).words();
        return new ModelAndView("attachments/words")
                .addObject("person", person)
                .addObject("appeal", appeal)
                .addObject("line", AttachmentLine.of(attachment))
                .addObject("versions", versions)
                .addObject("heard", typed == null ? newest : typed)
                .addObject("most", String.valueOf(Transcripts.LONGEST))
                .addObject("problems", problems);
    }
}
