package org.minqing.review.web;

import java.util.Map;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.review.ReviewRequests;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks the level above for a resident, for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class ReviewApi {

    private final ReviewRequests requests;

    ReviewApi(ReviewRequests requests) {
        this.requests = requests;
    }

    @PostMapping("/api/appeals/{number}/review")
    Map<String, String> ask(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"how", "reason"}) Sent sent) {
        requests.askFor(person, number, sent.words("how"), sent.words("reason"));
        return Map.of("asked", number);
    }
}
