package org.minqing.desk.appeal;

import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.minqing.summary.Summaries;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writes the summary of an appeal, with the resident's words beside it. */
@Controller
class SummaryPages implements HoldsForm {

    private final AppealAccess access;
    private final AppealSheets sheets;
    private final SummaryWriting writing;
    private final FieldMessages messages;

    SummaryPages(AppealAccess access, AppealSheets sheets, SummaryWriting writing, FieldMessages messages) {
        this.access = access;
        this.sheets = sheets;
        this.writing = writing;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/summary")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        if (!access.maySummarise(person, access.summarisable(person, number))) {
            return PageAnswer.seeOther("/desk/appeals/" + number);
        }
        var page = page(person, number, Map.of());
        var written = ((AppealSheet) page.getModel().get("sheet")).summaries();
        return page.addObject("typed", written.isEmpty() ? "" : written.get(0).text());
    }

    @PostMapping("/desk/appeals/{number}/summary")
    ModelAndView write(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            @RequestParam(name = "summary", defaultValue = "") String typed) {
        var text = typed.replace("\r\n", "\n").strip();
        try {
            writing.write(person, number, seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0, text);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, number, messages.of(e)).addObject("typed", typed));
        } catch (Refusal e) {
            // What he wrote stays in the page, with what somebody else wrote beside it.
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            var again = page(person, number, Map.of("summary", e.zh())).addObject("typed", typed);
            return PageAnswer.refused(again, HttpStatus.CONFLICT);
        }
        return PageAnswer.seeOther("/desk/appeals/" + number);
    }

    private ModelAndView page(StaffMember person, String number, Map<String, String> problems) {
        return new ModelAndView("desk/summary")
                .addObject("sheet", sheets.of(access.summarisable(person, number)))
                .addObject("person", person)
                .addObject("most", Summaries.LONGEST)
                .addObject("problems", problems);
    }
}
