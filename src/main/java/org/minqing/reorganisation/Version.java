package org.minqing.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import org.minqing.organisation.OrganisationDraft;

/**
 * A tree as it was written down.
 *
 * @param edition     how often a draft was changed
 * @param by          user id of who published it, or changed the draft last
 * @param reason      null for a draft
 * @param effectiveOn the first day on which it holds, in Asia/Shanghai; null for a draft
 * @param withdrawn   whether it was taken back before that day
 */
public record Version(
        long id,
        String locality,
        String tree,
        int edition,
        String by,
        Instant at,
        String reason,
        LocalDate effectiveOn,
        boolean withdrawn) {

    public OrganisationDraft draft() {
        return OrganisationDraft.read(tree);
    }
}
