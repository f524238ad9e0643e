package org.minqing.desk.appeal;

import java.util.Map;
import org.minqing.access.CodeRights;
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

/** Another tracking code: how to make sure who calls, and then the code, shown once and never behind an address. */
@Controller
class CodePages implements HoldsForm {

    private final CodeRights rights;
    private final CodeReissue codes;
    private final FieldMessages messages;

    CodePages(CodeRights rights, CodeReissue codes, FieldMessages messages) {
        this.rights = rights;
        this.codes = codes;
        this.messages = messages;
    }

    @GetMapping("/desk/appeals/{number}/code")
    ModelAndView ask(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return page(person, number, Map.of());
    }

    @PostMapping("/desk/appeals/{number}/code")
    ModelAndView reissue(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "purpose", defaultValue = "") String typed) {
        try {
            var code = codes.reissue(person, number, typed.strip());
            return page(person, number, Map.of()).addObject("code", code.replaceAll("(.{4})(?=.)", "$1 "));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, number, messages.of(e)).addObject("typed", typed));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.CONFLICT) {
                throw e;
            }
            var again = page(person, number, Map.of("purpose", e.zh())).addObject("typed", typed);
            return PageAnswer.refused(again, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView page(StaffMember person, String number, Map<String, String> problems) {
        return new ModelAndView("desk/code")
                .addObject("person", person)
                .addObject("number", rights.reissuable(person, number).number())
                .addObject("about", rights.reissuable(person, number).title())
                .addObject("typed", "")
                .addObject("code", null)
                .addObject("problems", problems);
    }
}
