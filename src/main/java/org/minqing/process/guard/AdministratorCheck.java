package org.minqing.process.guard;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;

/**
 * Without a member in {@code camunda-admin}, the web applications let anybody create an administrator
 * (CVE-2026-77226).
 */
public final class AdministratorCheck {

    private AdministratorCheck() {}

    /**
     * To be called when the accounts are in place and before the application takes requests.
     *
     * @throws IllegalStateException if nobody administers the engine
     */
    public static void requireAdministrator(IdentityService people) {
        if (people.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            throw new IllegalStateException(
                    "No account is in the group camunda-admin, so anybody could make himself administrator."
                            + " Configure one and start again.");
        }
    }
}
