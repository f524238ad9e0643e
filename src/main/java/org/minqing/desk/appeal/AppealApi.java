package org.minqing.desk.appeal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.ResidentContacts;
import org.minqing.problem.JsonBody;
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
    private final Merging merging;
    private final JsonBody body;

    AppealApi(AppealAccess access, AppealSheets sheets, ResidentContacts contacts, Merging merging, JsonBody body) {
        this.access = access;
        this.sheets = sheets;
        this.contacts = contacts;
        this.merging = merging;
        this.body = body;
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
            HttpServletRequest request)
            throws IOException {
        var purpose = JsonBody.words(body.read(request).only("purpose"), "purpose");
        var appeal = access.contactVisible(person, number);
        return contacts.reveal(person, appeal.number(), ResidentContacts.purpose(purpose))
                .orElse(new ResidentContacts.Contact(null, null, true));
    }

    @PostMapping("/api/appeals/{number}/merge")
    Map<String, String> merge(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            HttpServletRequest request)
            throws IOException {
        var original = JsonBody.words(body.read(request).only("original"), "original");
        merging.merge(access.visible(person, number).number(), original);
        return Map.of("mergedInto", original);
    }
}
