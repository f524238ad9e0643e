package org.minqing.claiming;

import java.util.List;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Subjects;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.StandIns;
import org.springframework.stereotype.Component;

/** Whose posts are meant by those that the table names: of the place where it happened, with somebody in them whom it is not about. */
@Component
class OfferedPosts {

    private final Localities localities;
    private final StandIns people;
    private final Subjects subjects;

    OfferedPosts(Localities localities, StandIns people, Subjects subjects) {
        this.localities = localities;
        this.people = people;
        this.subjects = subjects;
    }

    /** Groups. A post of which several could be meant is offered nothing while nobody knows the place. */
    List<String> groups(Appeal appeal, List<String> posts) {
        var locality = localities.get(appeal.locality());
        var about = subjects.of(appeal.number());
        return posts.stream()
                .map(post -> locality.holdersOf(post, appeal.unit()))
                .filter(holders -> holders.size() == 1)
                .map(holders -> holders.get(0))
                .filter(holding -> !holding.unit().code().equals(locality.root().code()))
                .filter(holding -> people.left(holding, about))
                .map(Holding::group)
                .distinct()
                .toList();
    }
}
