package org.minqing.joint;

import java.util.List;
import java.util.Optional;
import org.minqing.access.ConfidentialRules;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Subjects;
import org.minqing.dispatch.Dispatching;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.springframework.stereotype.Component;

/** Who may be asked about an appeal: never the lead himself, nor whom it is about, nor who may not read it. */
@Component
class CoHandlers {

    private final Localities localities;
    private final Holdings holdings;
    private final Dispatching dispatching;
    private final Subjects subjects;
    private final ConfidentialRules confidential;

    CoHandlers(
            Localities localities,
            Holdings holdings,
            Dispatching dispatching,
            Subjects subjects,
            ConfidentialRules confidential) {
        this.localities = localities;
        this.holdings = holdings;
        this.dispatching = dispatching;
        this.subjects = subjects;
        this.confidential = confidential;
    }

    /** Group of the post that leads. */
    String lead(Appeal appeal) {
        var who = appeal.decision().orElseThrow().who();
        return Holding.group(who.unit(), who.post());
    }

    /** Groups of those whom the tables name; a post of which several could be meant is not asked while nobody knows the place. */
    List<String> decided(Appeal appeal) {
        var locality = localities.get(appeal.locality());
        return appeal.assistPosts().stream()
                .map(post -> locality.holdersOf(post, appeal.unit()))
                .filter(holders -> holders.size() == 1)
                .flatMap(holders -> able(appeal, holders.get(0)).stream())
                .map(Holding::group)
                .distinct()
                .toList();
    }

    /** Whom the lead may ask besides: every post of the locality that could have the appeal. */
    List<Holding> choices(Appeal appeal) {
        return Dispatching.choices(localities.get(appeal.locality()), appeal.unit()).stream()
                .filter(holding -> able(appeal, holding).filter(holding::equals).isPresent())
                .toList();
    }

    Optional<Holding> find(String group) {
        return holdings.find(group);
    }

    /** That post, or whoever stands in for it. */
    private Optional<Holding> able(Appeal appeal, Holding holding) {
        if (subjects.unknown(appeal) || !reads(appeal, holding)) {
            return Optional.empty();
        }
        return Optional.of(dispatching.instead(appeal, holding))
                .filter(h -> reads(appeal, h) && !h.group().equals(lead(appeal)));
    }

    private boolean reads(Appeal appeal, Holding holding) {
        return !confidential.offered(appeal, List.of(holding.post().code())).isEmpty();
    }
}
