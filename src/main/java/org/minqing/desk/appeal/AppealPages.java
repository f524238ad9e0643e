package org.minqing.desk.appeal;

import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.CodeRights;
import org.minqing.access.ConfidentialRules;
import org.minqing.access.LookWay;
import org.minqing.access.Moderation;
import org.minqing.access.ResidentContacts;
import org.minqing.appeal.Subjects;
import org.minqing.hints.AppealHints;
import org.minqing.joint.Leading;
import org.minqing.merging.Similar;
import org.minqing.note.NoteLines;
import org.minqing.note.Notes;
import org.minqing.organisation.Role;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.review.ReviewRequests;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.split.SplitDesk;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The card of an appeal, and what staff do on it: look at the contact data. */
@Controller
class AppealPages implements HoldsForm {

    private final AppealAccess access;
    private final CodeRights codes;
    private final Moderation moderation;
    private final AppealSheets sheets;
    private final ResidentContacts contacts;
    private final Subjects subjects;
    private final Colleagues colleagues;
    private final Similar similar;
    private final ReporterLines reporters;
    private final ConfidentialRules rules;
    private final FieldMessages messages;
    private final AppealHints hints;
    private final Questioning questioning;
    private final Leading leading;
    private final ReviewRequests reviews;
    private final SplitDesk split;
    private final Notes notes;
    private final NoteLines noteLines;

    AppealPages(
            AppealAccess access,
            CodeRights codes,
            Moderation moderation,
            AppealSheets sheets,
            ResidentContacts contacts,
            Subjects subjects,
            Colleagues colleagues,
            Similar similar,
            ReporterLines reporters,
            ConfidentialRules rules,
            FieldMessages messages,
            AppealHints hints,
            Questioning questioning,
            Leading leading,
            ReviewRequests reviews,
            SplitDesk split,
            Notes notes,
            NoteLines noteLines) {
        this.access = access;
        this.codes = codes;
        this.moderation = moderation;
        this.sheets = sheets;
        this.contacts = contacts;
        this.subjects = subjects;
        this.colleagues = colleagues;
        this.similar = similar;
        this.reporters = reporters;
        this.rules = rules;
        this.messages = messages;
        this.hints = hints;
        this.questioning = questioning;
        this.leading = leading;
        this.reviews = reviews;
        this.split = split;
        this.notes = notes;
        this.noteLines = noteLines;
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
                    .addObject("witness", sheets.witness(appeal))
                    .addObject("asked", true);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(card(person, number, messages.of(e)).addObject("purpose", typed));
        }
    }

    ModelAndView card(StaffMember person, String number, Map<String, String> problems) {
        var appeal = access.visible(person, number);
        var looks = contacts.looks(number);
        return new ModelAndView("desk/appeal")
                .addObject("sheet", sheets.of(appeal))
                .addObject("maySummarise", access.maySummarise(person, appeal))
                .addObject("notes", noteLines.of(person, appeal))
                .addObject("mayNote", notes.mayWrite(person))
                .addObject("hints", hints.line(appeal))
                .addObject("person", person)
                .addObject("problems", problems)
                .addObject("hides", moderation.moderates(person))
                .addObject("leads", access.leads(person, appeal))
                .addObject("reviewDoor", reviews.door(person, appeal))
                .addObject("coHandlers", leading.choices(person, appeal))
                .addObject("maySplit", split.offered(person, appeal))
                .addObject("mayAsk", access.reaches(person, appeal))
                .addObject("latestAnswer", questioning.latestAnswer(appeal))
                .addObject("mayPause", questioning.mayPause(person, appeal))
                .addObject("mayReissue", codes.mayReissue(person, appeal))
                .addObject("withheld", contacts.withheld(person, number))
                .addObject("passesOn", person.mayReadContacts() && rules.knowsUnnamed(person))
                .addObject("unconcerned", subjects.unconcerned(number).orElse(null))
                .addObject(
                        "mayMerge",
                        person.is(Role.DISPATCHER) && !appeal.status().ended() && !appeal.subCase())
                .addObject("similar", person.is(Role.DISPATCHER) ? similar.to(appeal) : List.of())
                .addObject("mayPart", reporters.mayPart(person, appeal))
                .addObject("mayRateFor", reporters.mayRateFor(person, appeal))
                .addObject("mayName", rules.names(person))
                .addObject("subjects", subjects.of(number).size())
                .addObject("mayCorrect", access.offersCorrection(person, appeal))
                .addObject("seesLooks", person.is(Role.SUPERVISOR) || person.is(Role.AUDITOR))
                .addObject("looks", looks)
                .addObject(
                        "names",
                        colleagues.names(looks.stream()
                                .map(ResidentContacts.Look::person)
                                .distinct()
                                .toList()))
                .addObject("maySupervise", person.is(Role.SUPERVISOR));
    }
}
