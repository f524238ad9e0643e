package org.minqing.process.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Asks the engine with the rights of a person, not with those of the program. */
@Component
public class OnBehalf {

    private final IdentityService identity;

    OnBehalf(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T of(StaffMember person, Supplier<T> call) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(person.userId(), person.groups(), List.of(person.locality()));
        try {
            return call.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
