package org.minqing.process.lists;

import java.util.List;
import java.util.Set;
import org.minqing.access.ConfidentialRules;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.process.decisions.DecisionCatalogue;
import org.springframework.stereotype.Component;

/** Which lists belong to which posts: by the role, and by what the decision tables of the locality may give them to do. */
@Component
class WorkOfPosts {

    private static final Set<Role> WITHOUT_TASKS = Set.of(Role.REGISTRAR, Role.AUDITOR);

    private final DecisionCatalogue decisions;
    private final ConfidentialRules confidential;

    WorkOfPosts(DecisionCatalogue decisions, ConfidentialRules confidential) {
        this.decisions = decisions;
        this.confidential = confidential;
    }

    /** The groups of a locality that have a list. */
    List<String> groups(Locality locality, ReadyFilter filter) {
        var responding = decisions.posts(locality.code(), List.of("responsibleUnit"), List.of("respondPosts"));
        var handling = decisions.posts(locality.code(), List.of("responsibleUnit"), List.of("post"));
        var supervising = decisions.posts(
                locality.code(), List.of("escalationPath", "limitChange", "contactChecker"), List.of("post"));
        return locality.holdings().stream()
                .filter(holding -> has(locality, holding, filter, responding, handling, supervising))
                .map(Holding::group)
                .toList();
    }

    private boolean has(
            Locality locality,
            Holding holding,
            ReadyFilter filter,
            Set<String> responding,
            Set<String> handling,
            Set<String> supervising) {
        var role = holding.post().role();
        var post = holding.post().code();
        return switch (filter) {
            case DISPATCH -> role == Role.DISPATCHER;
            case CALL_BACK -> role == Role.CALL_BACK;
            case NAME_SUBJECT -> confidential.first(locality).contains(holding);
            case SUPERVISE -> role == Role.SUPERVISOR;
            case SUPERVISE_TOO -> role != Role.SUPERVISOR && supervising.contains(post);
            // Where nobody knows where it happened, the dispatcher answers.
            case RESPOND ->
                role == Role.DISPATCHER
                        || responding.contains(post)
                        || confidential.first(locality).contains(holding);
            case HANDLE -> role == Role.HANDLER || handling.contains(post);
            case DUE_SOON, OVERDUE, MINE -> !WITHOUT_TASKS.contains(role);
        };
    }
}
