package org.minqing.security;

import org.minqing.database.Reader;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever has signed in reads, on every way in; jobs, timers and residents are nobody. */
@Component
class SignedInReader implements Reader {

    @Override
    public String userId() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getPrincipal() instanceof StaffMember person ? person.userId() : "";
    }
}
