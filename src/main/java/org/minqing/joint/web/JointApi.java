package org.minqing.joint.web;

import java.util.Map;
import org.minqing.joint.Leading;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks, reminds and releases co-handlers, for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class JointApi {

    private final Leading leading;

    JointApi(Leading leading) {
        this.leading = leading;
    }

    @PostMapping("/api/appeals/{number}/joint")
    Map<String, String> act(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"action", "coHandler", "jointQuestion", "reason"}) Sent sent) {
        var action = sent.words("action");
        var coHandler = sent.words("coHandler");
        leading.act(person, number, action, coHandler, sent.words(action.equals("ask") ? "jointQuestion" : "reason"));
        return Map.of("done", action, "coHandler", coHandler);
    }
}
