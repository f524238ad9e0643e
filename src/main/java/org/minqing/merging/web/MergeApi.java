package org.minqing.merging.web;

import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.feedback.RatingReader;
import org.minqing.merging.Joining;
import org.minqing.merging.Merging;
import org.minqing.merging.Similar;
import org.minqing.problem.Fields;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class MergeApi {

    private final AppealAccess access;
    private final Capacity capacity;
    private final Similar similar;
    private final Merging merging;
    private final Joining joining;
    private final CallingBack calling;

    MergeApi(
            AppealAccess access,
            Capacity capacity,
            Similar similar,
            Merging merging,
            Joining joining,
            CallingBack calling) {
        this.access = access;
        this.capacity = capacity;
        this.similar = similar;
        this.merging = merging;
        this.joining = joining;
        this.calling = calling;
    }

    @GetMapping("/api/appeals/{number}/similar")
    Map<String, List<Similar.Likely>> similar(
            @AuthenticationPrincipal StaffMember person, @PathVariable("number") String number) {
        return Map.of("similar", similar.to(access.visible(person, number)));
    }

    @PostMapping("/api/appeals/{number}/merge")
    Map<String, String> merge(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields("original") Sent sent) {
        var original = sent.words("original");
        var duplicate = access.visible(person, number);
        merging.merge(duplicate.number(), original, capacity.of(person, duplicate));
        return Map.of("mergedInto", original);
    }

    @PostMapping("/api/appeals/{number}/part")
    Map<String, String> part(
            @AuthenticationPrincipal StaffMember person, @PathVariable("number") String number, @Fields Sent nothing) {
        var own = access.visible(person, number);
        joining.part(own.number(), capacity.of(person, own));
        return Map.of("parted", own.number());
    }

    @PostMapping("/api/appeals/{number}/reporter-rating")
    Map<String, String> rate(
            @AuthenticationPrincipal StaffMember person, @PathVariable("number") String number, Sent sent) {
        calling.rated(person, number, RatingReader.read(sent.json(), calling.asked(person, number)));
        return Map.of("rated", number);
    }
}
