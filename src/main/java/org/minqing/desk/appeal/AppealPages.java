package org.minqing.desk.appeal;

import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.ConfidentialRules;
import org.minqing.access.LookWay;
import org.minqing.access.ResidentContacts;
import org.minqing.appeal.AppealNumber;
import org.minqing.appeal.Subjects;
import org.minqing.hints.AppealHints;
import org.minqing.organisation.Role;
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

/** The card of an appeal, and what staff do on it: look at the contact data, merge a duplicate. */
@Controller
class AppealPages implements HoldsForm {

    private final AppealAccess access;
    private final AppealSheets sheets;
    private final ResidentContacts contacts;
    private final Subjects subjects;
    private final Merging merging;
    private final ConfidentialRules rules;
    private final FieldMessages messages;

    private final AppealHints hints;

    AppealPages(
            AppealAccess access,
            AppealSheets sheets,
            ResidentContacts contacts,
            Subjects subjects,
            Merging merging,
            ConfidentialRules rules,
            FieldMessages messages,
            AppealHints hints) {
        this.access = access;
        this.sheets = sheets;
        this.contacts = contacts;
        this.subjects = subjects;
        this.merging = merging;
        this.rules = rules;
        this.messages = messages;
        this.hints = hints;
    }

    @GetMapping("/desk/appeals/{number}")
    ModelAndView appeal(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return card(person, number, Map.of());
    }

    /** The answer is the page itself: what it shows must not lie behind an address that could be called again. */
    @PostMapping("/desk/appeals/{number}/contact")
    ModelAndView contact(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "purpose", defaultValue = "") String typed) {
        var appeal = access.contactVisible(person, number);
        try {
            var contact = contacts.reveal(
                    person, appeal.number(), ResidentContacts.purpose(typed.strip()), LookWay.APPEAL_PAGE);
            return card(person, number, Map.of())
                    .addObject("contact", contact.orElse(null))
                    .addObject("asked", true);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(card(person, number, messages.of(e)).addObject("purpose", typed));
        }
    }

    @PostMapping("/desk/appeals/{number}/merge")
    ModelAndView merge(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @RequestParam(name = "original", defaultValue = "") String typed) {
        var duplicate = access.visible(person, number).number();
        try {
            merging.merge(duplicate, appealNumber(typed));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(card(person, number, messages.of(e)).addObject("original", typed));
        }
        return PageAnswer.seeOther("/desk/appeals/" + duplicate);
    }

    ModelAndView card(StaffMember person, String number, Map<String, String> problems) {
        var appeal = access.visible(person, number);
        return new ModelAndView("desk/appeal")
                .addObject("sheet", sheets.of(appeal))
                .addObject("maySummarise", access.maySummarise(person, appeal))
                .addObject("hints", hints.line(appeal))
                .addObject("person", person)
                .addObject("problems", problems)
                .addObject("mayAsk", person.mayReadContacts())
                .addObject("withheld", contacts.withheld(person, number))
                .addObject("passesOn", person.mayReadContacts() && rules.knowsUnnamed(person))
                .addObject("unconcerned", subjects.unconcerned(number).orElse(null))
                .addObject("mayMerge", person.is(Role.DISPATCHER))
                .addObject("mayName", rules.names(person))
                .addObject("subjects", subjects.of(number).size())
                .addObject("mayCorrect", access.offersCorrection(person, appeal))
                .addObject("seesLooks", person.is(Role.SUPERVISOR) || person.is(Role.AUDITOR))
                .addObject("looks", contacts.looks(number))
                .addObject("maySupervise", person.is(Role.SUPERVISOR));
    }

    /** @throws InvalidInput if it cannot be a number of an appeal */
    private static String appealNumber(String typed) {
        return AppealNumber.read(typed)
                .map(AppealNumber::toString)
                .orElseThrow(() -> new InvalidInput("original", "请填原诉求编号", "is no number of an appeal"));
    }
}
