package org.minqing.duties;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has which duty now. The engine knows. */
public interface WorkInHand {

    /**
     * An open task.
     *
     * @param people user ids of whoever took it; before that of all who hold its post, and of nobody if it is offered to several
     *               posts, of which whoever comes first takes it
     */
    record Held(Duty duty, Set<String> people) {}

    /** By number of the appeal; without those that have no open task. */
    Map<String, List<Held>> of(Collection<String> numbers);
}
