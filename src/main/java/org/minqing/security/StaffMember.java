package org.minqing.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.minqing.organisation.Role;

/**
 * Somebody who signed in.
 *
 * @param userId        the engine's user id
 * @param displayName   as shown to colleagues
 * @param groups        the engine's groups, one for each post held
 * @param locality      where this person works; null for an administrator
 * @param roles         what the posts allow
 * @param administrator may manage users and see the engine's own pages, but no appeals
 */
public record StaffMember(
        String userId, String displayName, List<String> groups, String locality, Set<Role> roles, boolean administrator)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return userId;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Nobody who audits reads how to reach residents, whatever other posts he holds: he checks who did. */
    public boolean mayReadContacts() {
        return !is(Role.AUDITOR);
    }
}
