package org.minqing.process.lists;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.Track;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.process.decisions.DecisionCatalogue;
import org.springframework.stereotype.Component;

/** Which lists belong to which posts: by the role, and by what the decision tables of the locality may give them to do. */
@Component
class WorkOfPosts {

    private final DecisionCatalogue decisions;
    private final ConfidentialRules confidential;

    WorkOfPosts(DecisionCatalogue decisions, ConfidentialRules confidential) {
        this.decisions = decisions;
        this.confidential = confidential;
    }

    /** The groups of a locality that have a list. */
    List<String> groups(Locality locality, ReadyFilter filter) {
        var deciding = List.of("responsibleUnit", "handlingTier");
        var responding = posts(locality, deciding, "respondPosts");
        var handling = posts(locality, deciding, "post", "leadPost", "dangerPosts");
        var supervising = posts(
                locality,
                List.of(
                        "escalationPath",
                        "limitChange",
                        "judgementChange",
                        "contactChecker",
                        "remitDispute",
                        "outcome",
                        "planFollowUp"),
                "post");
        var claiming = posts(locality, List.of("volunteerClaim"), "volunteers");
        var answering = posts(locality, List.of("appealType"), "answerPosts");
        return locality.holdings().stream()
                .filter(holding -> filter == ReadyFilter.CLAIM
                        ? claiming.contains(holding.post().code())
                        : has(locality, holding, filter, responding, handling, answering, supervising))
                .map(Holding::group)
                .toList();
    }

    private Set<String> posts(Locality locality, List<String> tables, String... columns) {
        return decisions.posts(locality.code(), tables, List.of(columns)).stream()
                .map(locality::postFor)
                .collect(Collectors.toSet());
    }

    private boolean has(
            Locality locality,
            Holding holding,
            ReadyFilter filter,
            Set<String> responding,
            Set<String> handling,
            Set<String> answering,
            Set<String> supervising) {
        var role = holding.post().role();
        var post = holding.post().code();
        return switch (filter) {
            // Asked before.
            case CLAIM -> false;
            case DISPATCH -> role == Role.DISPATCHER;
            case CALL_BACK -> role == Role.CALL_BACK;
            case NAME_SUBJECT -> confidential.first(locality).contains(holding);
            case SUPERVISE -> role == Role.SUPERVISOR;
            case SUPERVISE_TOO -> role != Role.SUPERVISOR && supervising.contains(post);
            // The dispatcher stands in where nobody else may.
            case RESPOND ->
                role == Role.DISPATCHER
                        || responding.contains(post)
                        || confidential.first(locality).contains(holding);
            case HANDLE -> handles(holding, handling);
            case ANSWER ->
                answering.contains(post) || (answering.contains(Track.RESPONSIBLE) && handles(holding, handling));
            case OF_POSTS, DUE_SOON, OVERDUE, MINE ->
                role != Role.AUDITOR && (role != Role.REGISTRAR || answering.contains(post));
        };
    }

    private static boolean handles(Holding holding, Set<String> handling) {
        return holding.post().role() == Role.HANDLER
                || handling.contains(holding.post().code());
    }
}
