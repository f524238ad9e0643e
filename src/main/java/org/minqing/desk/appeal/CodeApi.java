package org.minqing.desk.appeal;

import java.util.Map;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Another tracking code, for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class CodeApi {

    private final CodeReissue codes;

    CodeApi(CodeReissue codes) {
        this.codes = codes;
    }

    @PostMapping("/api/appeals/{number}/code")
    Map<String, String> reissue(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields("purpose") Sent sent) {
        return Map.of("trackingCode", codes.reissue(person, number, sent.words("purpose")));
    }
}
