package org.minqing.duties;

import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Post;
import org.minqing.organisation.Role;
import org.minqing.organisation.StandIns;
import org.springframework.stereotype.Component;

/**
 * No locality starts in which a duty could be left with nobody: for each post whose people might all be excluded, somebody of
 * another post stands in whose daily work is not what excludes.
 */
@Component
class StandInsForDuties {

    private final Localities localities;
    private final StandIns standIns;

    /** @throws IllegalStateException naming locality, post and duty */
    StandInsForDuties(SeparationTable table, Localities localities, StandIns standIns) {
        this.localities = localities;
        this.standIns = standIns;
        table.exclusions().forEach(this::check);
    }

    private void check(Exclusion row) {
        if (row.within() == Within.REQUEST) {
            return;
        }
        var excluding = row.after().stream().map(Duty::role).collect(Collectors.toSet());
        localities
                .all()
                .forEach(locality -> locality.posts().stream()
                        .filter(post -> post.role() == row.duty().role())
                        .forEach(post -> check(row, locality, post, excluding)));
    }

    private void check(Exclusion row, Locality locality, Post post, Set<Role> excluding) {
        var left = standIns.holders(
                locality,
                post.code(),
                locality.root().code(),
                holding -> !holding.post().equals(post)
                        && !excluding.contains(holding.post().role()));
        if (left.isEmpty()) {
            throw new IllegalStateException("separation.yml: in " + locality.code() + " nobody stands in for the post "
                    + post.code() + " (" + post.name() + ") when its people may not do "
                    + row.duty().code() + " (" + row.duty().label() + "): see stand-ins.yml");
        }
    }
}
