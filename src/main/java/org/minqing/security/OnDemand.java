package org.minqing.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Looks who has signed in when somebody wants to know, and once: pages of residents never ask. */
final class OnDemand implements DeferredSecurityContext {

    private final Supplier<Optional<SecurityContext>> find;
    private SecurityContext found;
    private boolean nobody;
    private boolean looking;

    OnDemand(Supplier<Optional<SecurityContext>> find) {
        this.find = find;
    }

    @Override
    public SecurityContext get() {
        if (looking) {
            // The database wants to know who asks it, while it is asked who that is.
            return SecurityContextHolder.createEmptyContext();
        }
        if (found == null) {
            looking = true;
            try {
                var context = find.get();
                nobody = context.isEmpty();
                found = context.orElseGet(SecurityContextHolder::createEmptyContext);
            } finally {
                looking = false;
            }
        }
        return found;
    }

    @Override
    public boolean isGenerated() {
        get();
        return nobody;
    }
}
