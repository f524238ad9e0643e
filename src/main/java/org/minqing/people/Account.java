package org.minqing.people;

import java.util.List;
import java.util.Optional;

/**
 * An account of staff, open or closed.
 *
 * @param groups        the engine's groups it is in: its posts, and whatever else there is
 * @param administrator whether it runs the system; it holds no post then
 * @param closed        when, by whom and why it was closed; null while it is open
 */
public record Account(String userId, String name, List<String> groups, boolean administrator, ClosedAccount closed) {

    public Account {
        groups = List.copyOf(groups);
    }

    public boolean open() {
        return closed == null;
    }

    /** Its groups, or those it had when it was closed. */
    public List<String> lastGroups() {
        return Optional.ofNullable(closed).map(ClosedAccount::posts).orElse(groups);
    }
}
