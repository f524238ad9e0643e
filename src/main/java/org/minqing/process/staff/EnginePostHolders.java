package org.minqing.process.staff;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.minqing.organisation.Holding;
import org.minqing.organisation.PostHolders;
import org.minqing.people.ClosedAccounts;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/** The members of the engine's group, whoever asks: a handler may not list them, and his appeal still has to find its way. */
@Component
class EnginePostHolders implements PostHolders {

    private final IdentityService identity;
    private final ApplicationAuthority authority;
    private final ClosedAccounts closed;

    EnginePostHolders(IdentityService identity, ApplicationAuthority authority, ClosedAccounts closed) {
        this.identity = identity;
        this.authority = authority;
        this.closed = closed;
    }

    @Override
    public Set<String> of(Holding holding) {
        return authority.run(() -> identity.createUserQuery().memberOfGroup(holding.group()).list().stream()
                .map(User::getId)
                .filter(user -> !closed.contains(user))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
