package org.minqing.security;

import java.util.Optional;
import java.util.function.Supplier;

/** Counts attempts to sign in, delays whoever fails too often, and writes both down. */
public interface SignInGate {

    /**
     * Tries a password unless this person has to wait.
     *
     * @param userId  what was typed as a user name; there may be nobody of that name
     * @param network whence he comes, as {@link ClientNetwork} tells it
     * @param check   looks whether the password is right, which takes a while; called at most once
     * @return what {@code check} returned
     * @throws TooManyAttempts if nothing was tried
     */
    Optional<StaffAccount> attempt(String userId, String network, Supplier<Optional<StaffAccount>> check);
}
