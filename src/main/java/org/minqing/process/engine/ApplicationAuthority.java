package org.minqing.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Calls the engine in the name of the application, where the engine's own rights of the signed-in person do not apply. */
@Component
public class ApplicationAuthority {

    private final IdentityService identity;

    ApplicationAuthority(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T run(Supplier<T> call) {
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            identity.setAuthentication(person);
        }
    }
}
