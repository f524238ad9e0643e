package org.minqing.security;

import java.util.Optional;

/** Knows who may sign in. The engine's identity service implements it. */
public interface StaffDirectory {

    /** Empty if the password is wrong, if there is no such user, or if too many attempts were made. */
    Optional<StaffMember> signIn(String userId, String password);
}
