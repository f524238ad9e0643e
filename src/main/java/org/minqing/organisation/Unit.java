package org.minqing.organisation;

import java.util.List;

/**
 * A node of a locality's tree.
 *
 * @param code   unique among all localities, begins with the code of its locality
 * @param name   understood without its parent's name, because it is printed alone
 * @param level  name of its level in this locality, such as 网格
 * @param parent code of the unit above, null for the root
 * @param posts  codes of the posts it holds
 * @param office true for a functional unit (职能部门): it handles matters, but nobody lives in it
 * @param single true where one person, one household or one building stands behind it: it has no rates of its own
 */
public record Unit(
        String code, String name, String level, String parent, List<String> posts, boolean office, boolean single) {

    public Unit {
        posts = List.copyOf(posts);
    }

    /** Whether this unit itself holds the post. */
    public boolean holds(String post) {
        return posts.contains(post);
    }
}
