package org.minqing;

import java.util.Set;
import org.minqing.access.Registering;
import org.minqing.organisation.PostHolders;
import org.minqing.security.SignInGate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The real doors, localities and problem pages for tests of our pages; only what lies behind them is missing. */
@TestConfiguration
@ComponentScan({"org.minqing.problem", "org.minqing.security", "org.minqing.organisation", "org.minqing.shell"})
@Import(Registering.class)
public class PagesConfiguration {

    /** Nobody types a password there. */
    @Bean
    SignInGate gate() {
        return (user, network, check) -> check.get();
    }

    /** Nor is any post filled. */
    @Bean
    PostHolders people() {
        return holding -> Set.of();
    }
}
