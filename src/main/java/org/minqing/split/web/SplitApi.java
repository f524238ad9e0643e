package org.minqing.split.web;

import java.util.List;
import java.util.Map;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.minqing.split.SplitDesk;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Splits an appeal and takes a sub-case out, for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class SplitApi {

    private final SplitDesk desk;

    SplitApi(SplitDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/api/appeals/{number}/sub-cases")
    Map<String, List<String>> split(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields("subCases") Sent sent) {
        return Map.of("subCases", desk.split(person, number, sent.json()));
    }

    @PostMapping("/api/appeals/{number}/removal")
    Map<String, String> takeOut(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields("ground") Sent sent) {
        desk.takeOut(person, number, sent.words("ground"));
        return Map.of("removed", number);
    }
}
