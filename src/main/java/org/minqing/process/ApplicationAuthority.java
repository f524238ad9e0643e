package org.minqing.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Calls the engine in the name of the application, where the engine's own rights of the signed-in person do not apply. */
@Component
class ApplicationAuthority {

    private final IdentityService identity;

    ApplicationAuthority(IdentityService identity) {
        this.identity = identity;
    }

    <T> T run(Supplier<T> call) {
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            identity.setAuthentication(person);
        }
    }
}
