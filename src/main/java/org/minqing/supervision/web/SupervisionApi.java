package org.minqing.supervision.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.problem.JsonBody;
import org.minqing.problem.Parameters;
import org.minqing.security.StaffMember;
import org.minqing.supervision.Backlog;
import org.minqing.supervision.Reassigning;
import org.minqing.supervision.Reminding;
import org.minqing.supervision.Summary;
import org.minqing.supervision.Supervising;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs do for supervisors. The contract is in {@code src/docs/api.md}. */
@RestController
class SupervisionApi {

    private final Backlog backlog;
    private final Supervising supervising;
    private final Reminding reminding;
    private final Reassigning reassigning;
    private final AppealAccess access;
    private final JsonBody body;

    SupervisionApi(
            Backlog backlog,
            Supervising supervising,
            Reminding reminding,
            Reassigning reassigning,
            AppealAccess access,
            JsonBody body) {
        this.backlog = backlog;
        this.supervising = supervising;
        this.reminding = reminding;
        this.reassigning = reassigning;
        this.access = access;
        this.body = body;
    }

    @GetMapping("/api/supervision/summary")
    Summary summary(@AuthenticationPrincipal StaffMember person, HttpServletRequest request) {
        Parameters.none(request.getParameterMap());
        return backlog.of(person.locality()).summary();
    }

    @PostMapping("/api/appeals/{number}/supervision")
    Map<String, String> supervise(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            HttpServletRequest request)
            throws IOException {
        var instruction = JsonBody.words(body.read(request).only("instruction"), "instruction");
        supervising.supervise(person, access.visible(person, number).number(), instruction);
        return Map.of("supervised", number);
    }

    @PostMapping("/api/appeals/{number}/reminder")
    Map<String, String> remind(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            HttpServletRequest request)
            throws IOException {
        body.read(request).only();
        reminding.remind(person, access.visible(person, number).number());
        return Map.of("reminded", number);
    }

    @PostMapping("/api/appeals/{number}/reassignment")
    Map<String, String> reassign(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            HttpServletRequest request)
            throws IOException {
        var sent = body.read(request).only("holder", "reason");
        var holder = JsonBody.words(sent, "holder");
        reassigning.reassign(person, access.visible(person, number).number(), holder, JsonBody.words(sent, "reason"));
        return Map.of("reassigned", holder);
    }
}
