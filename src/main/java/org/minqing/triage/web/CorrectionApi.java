package org.minqing.triage.web;

import java.util.Map;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mends a judgement for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class CorrectionApi {

    private final Correcting correcting;

    CorrectionApi(Correcting correcting) {
        this.correcting = correcting;
    }

    @PostMapping("/api/appeals/{number}/correction")
    Map<String, Object> correct(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"type", "category", "location", "facts", "reason"}) Sent sent) {
        var done = correcting.correct(person, correcting.correctable(person, number), sent.json(), null);
        return Map.of(
                "corrected",
                number,
                "applied",
                done.applied(),
                "waits",
                done.waits(),
                "urgency",
                done.after().decision().urgency());
    }
}
