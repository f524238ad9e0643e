package org.minqing.merging.web;

import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.merging.MatterReader;
import org.minqing.merging.Similar;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever writes an appeal down for a resident sees before that who told of it already. The words are in the body and stay nowhere. */
@RestController
class SimilarApi {

    private final AppealAccess access;
    private final MatterReader reader;
    private final Similar similar;

    SimilarApi(AppealAccess access, MatterReader reader, Similar similar) {
        this.access = access;
        this.reader = reader;
        this.similar = similar;
    }

    @PostMapping("/api/appeals/similar")
    Map<String, List<Similar.Likely>> similar(@AuthenticationPrincipal StaffMember person, Sent sent) {
        access.requireRegistering(person);
        return Map.of(
                "similar", similar.to(reader.read(sent, person.locality()), other -> access.maySee(person, other)));
    }
}
