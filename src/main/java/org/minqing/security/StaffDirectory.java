package org.minqing.security;

import java.util.Optional;

/** Knows who may sign in. The engine's identity service implements it. */
public interface StaffDirectory {

    /** Read anew each time. Empty if there is no such person, or if his account is closed. */
    Optional<StaffAccount> account(String userId);

    /**
     * Whether that is his password. Empty if it is not, or if there is nobody of that name, which takes as long to find out.
     * Nothing is counted here.
     *
     * @return the stamp of the password that was compared, see {@link StaffAccount}
     */
    Optional<String> stampIfRight(String userId, String password);
}
