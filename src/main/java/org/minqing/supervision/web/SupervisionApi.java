package org.minqing.supervision.web;

import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.problem.Fields;
import org.minqing.problem.Query;
import org.minqing.problem.Sent;
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

    SupervisionApi(
            Backlog backlog,
            Supervising supervising,
            Reminding reminding,
            Reassigning reassigning,
            AppealAccess access) {
        this.backlog = backlog;
        this.supervising = supervising;
        this.reminding = reminding;
        this.reassigning = reassigning;
        this.access = access;
    }

    @GetMapping("/api/supervision/summary")
    Summary summary(@AuthenticationPrincipal StaffMember person, @Query Map<String, String> none) {
        return backlog.of(person).summary();
    }

    @PostMapping("/api/appeals/{number}/supervision")
    Map<String, String> supervise(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields("instruction") Sent sent) {
        var instruction = sent.words("instruction");
        supervising.supervise(person, access.visible(person, number).number(), instruction);
        return Map.of("supervised", number);
    }

    @PostMapping("/api/appeals/{number}/reminder")
    Map<String, String> remind(
            @AuthenticationPrincipal StaffMember person, @PathVariable("number") String number, @Fields Sent nothing) {
        reminding.remind(person, access.visible(person, number).number());
        return Map.of("reminded", number);
    }

    @PostMapping("/api/appeals/{number}/reassignment")
    Map<String, String> reassign(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"holder", "reason"}) Sent sent) {
        var holder = sent.words("holder");
        reassigning.reassign(person, access.visible(person, number).number(), holder, sent.words("reason"));
        return Map.of("reassigned", holder);
    }
}
