package org.minqing.desk.appeal;

import java.util.Map;
import org.minqing.problem.Fields;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A summary, written by a program. The contract is in {@code src/docs/api.md}. */
@RestController
class SummaryApi {

    private final SummaryWriting writing;

    SummaryApi(SummaryWriting writing) {
        this.writing = writing;
    }

    @PostMapping("/api/appeals/{number}/summary")
    Map<String, Integer> write(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"summary", "seen"}) Sent sent) {
        var seen = sent.json().path("seen");
        if (!seen.isInt() || seen.intValue() < 0) {
            throw new InvalidInput("seen", "应为看到的最新一版的序号，没有写过的填 0", "is the newest version that was seen, 0 for none");
        }
        writing.write(person, number, seen.intValue(), sent.words("summary"));
        return Map.of("version", seen.intValue() + 1);
    }
}
