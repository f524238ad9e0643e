package org.minqing.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.minqing.appeal.Appeal;
import org.minqing.hints.WordHints;
import org.minqing.intake.Submission;
import org.minqing.merging.Joining;
import org.minqing.merging.MatterReader;
import org.minqing.merging.ToldBefore;
import org.minqing.organisation.Localities;
import org.springframework.stereotype.Component;

/** Filing as part of what others told of before. */
@Component
class JoinedFiling {

    private final Joining joining;
    private final ToldBefore told;
    private final MatterReader matters;
    private final WordHints hints;
    private final Localities localities;

    JoinedFiling(Joining joining, ToldBefore told, MatterReader matters, WordHints hints, Localities localities) {
        this.joining = joining;
        this.told = told;
        this.matters = matters;
        this.hints = hints;
        this.localities = localities;
    }

    /**
     * What he is asked about who could not be asked while he wrote, because no script runs at his. Nobody is asked who has to be
     * helped at once, or who does not know where it is.
     */
    List<ToldBefore.Known> toAsk(Submission s) {
        var facts = hints.in(s.locality(), s.title(), s.description()).raised(s.facts());
        var nowhere = s.unit().equals(localities.get(s.locality()).root().code());
        if (nowhere || !facts.danger().isEmpty() || facts.safetyRisk() || facts.vulnerable() || facts.aboutStaff()) {
            return List.of();
        }
        return told
                .of(matters.told(s.locality(), s.unit(), s.address(), s.category(), s.title(), s.description()))
                .stream()
                .filter(known -> known.offer() != null)
                .toList();
    }

    /** @param offer as it was sent; whatever is none joins nothing, and neither does one of a mass of appeals */
    Function<Appeal, Optional<Appeal>> by(String offer, boolean massed) {
        return own -> massed || !offer.matches("[\\w-]{24}") ? Optional.empty() : joining.join(own, offer);
    }
}
