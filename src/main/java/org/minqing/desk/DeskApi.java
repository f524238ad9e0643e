package org.minqing.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.JsonBody;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.minqing.access.AppealAccess;
import org.minqing.access.ResidentContacts;

/** What programs do for staff. The contract is in {@code src/docs/api.md}. */
@RestController
class DeskApi {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final Worklist worklist;
    private final AppealAccess access;
    private final AppealSheets sheets;
    private final ResidentContacts contacts;
    private final Merging merging;
    private final JsonBody body;
    private final ObjectMapper json;

    DeskApi(
            Worklist worklist,
            AppealAccess access,
            AppealSheets sheets,
            ResidentContacts contacts,
            Merging merging,
            JsonBody body,
            ObjectMapper json) {
        this.worklist = worklist;
        this.access = access;
        this.sheets = sheets;
        this.contacts = contacts;
        this.merging = merging;
        this.body = body;
        this.json = json;
    }

    @GetMapping("/api/tasks")
    List<WorkItem> tasks(@AuthenticationPrincipal StaffMember person) {
        return worklist.of(person);
    }

    @PostMapping("/api/tasks/{taskId}/claim")
    Map<String, String> claim(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("taskId") String taskId,
            HttpServletRequest request)
            throws IOException {
        body.read(request).only();
        worklist.claim(person, taskId);
        return Map.of("claimed", taskId);
    }

    @PostMapping("/api/tasks/{taskId}/complete")
    Map<String, String> complete(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("taskId") String taskId,
            HttpServletRequest request)
            throws IOException {
        worklist.complete(person, taskId, json.convertValue(body.read(request).json(), FIELDS));
        return Map.of("completed", taskId);
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
        return contacts.reveal(person, appeal.number(), purpose(purpose))
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

    /** @throws InvalidInput if no reason is given */
    static String purpose(String purpose) {
        if (purpose.isEmpty()) {
            throw new InvalidInput("purpose", "请说明查看原因", "is required");
        }
        TextRule.flaw("purpose", purpose, 200).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return purpose;
    }
}
