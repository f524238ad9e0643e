package org.minqing.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who works in a locality. The engine's identity service implements it. */
public interface Colleagues {

    /** @param label name and posts, such as {@code 王网格（二居第一网格 网格员）} */
    record Colleague(String userId, String label) {}

    /** Everybody who holds a post there, in the order of the posts. */
    List<Colleague> of(String locality);

    /** The names of those who have an account, closed or not, by user id. */
    Map<String, String> names(Collection<String> userIds);

    /**
     * What to call these, in their order: name and posts there; whoever has left has no post any more, and his name still; or the
     * id itself. Asked for once for a page, because it is a question for each post.
     */
    default List<Colleague> called(String locality, Collection<String> userIds) {
        var labels = of(locality).stream().collect(Collectors.toMap(Colleague::userId, Colleague::label));
        var names = names(userIds);
        return userIds.stream()
                .map(id -> new Colleague(id, labels.getOrDefault(id, names.getOrDefault(id, id))))
                .toList();
    }
}
