package org.minqing.desk.appeal;

import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.LookWay;
import org.minqing.access.ResidentContacts;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** An appeal as staff see it, for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class AppealApi {

    private final AppealAccess access;
    private final AppealSheets sheets;
    private final ResidentContacts contacts;
    private final Questioning questioning;
    private final QuestionLines questions;

    AppealApi(
            AppealAccess access,
            AppealSheets sheets,
            ResidentContacts contacts,
            Questioning questioning,
            QuestionLines questions) {
        this.access = access;
        this.sheets = sheets;
        this.contacts = contacts;
        this.questioning = questioning;
        this.questions = questions;
    }

    @GetMapping("/api/appeals/{number}")
    AppealSheet appeal(@AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return sheets.of(access.visible(person, number));
    }

    @GetMapping("/api/appeals/{number}/clocks")
    List<AppealSheet.ClockLine> clocks(
            @AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return sheets.clocks(access.visible(person, number).number());
    }

    /** A POST, because each look is a fact that is kept. */
    @PostMapping("/api/appeals/{number}/contact")
    ResidentContacts.Contact contact(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields("purpose") Sent sent) {
        var purpose = sent.words("purpose");
        var appeal = access.contactVisible(person, number);
        return contacts.reveal(person, appeal.number(), ResidentContacts.purpose(purpose), LookWay.INTERFACE)
                .orElse(ResidentContacts.Contact.NONE);
    }

    /** Asks the resident, who answers with his tracking code, or by way of whoever calls him. */
    @PostMapping("/api/appeals/{number}/question")
    Map<String, Object> ask(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"question", "answerBy", "pause"}) Sent sent) {
        questioning.ask(
                person,
                number,
                sent.words("question"),
                sent.words("answerBy"),
                sent.json().has("pause") && sent.truth("pause"));
        return Map.of("questions", questions.of(number));
    }

    @PostMapping("/api/appeals/{number}/answer")
    Map<String, Object> answer(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"question", "answer"}) Sent sent) {
        questioning.passOn(person, number, sent.words("question"), sent.words("answer"));
        return Map.of("questions", questions.of(number));
    }
}
