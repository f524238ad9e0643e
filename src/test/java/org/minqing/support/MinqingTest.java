package org.minqing.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.minqing.MinqingApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on its own PostgreSQL and a free port, started once for all tests that carry this. Its clock is
 * {@link TestTime}; its timers fire when a test moves that, and never by themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = FreshData.class)
@Import({TestTime.class, TestTicker.class, TakenFlows.class, Hydrants.class})
@SpringBootTest(
        classes = MinqingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "minqing.demonstration-appeals=false",
            // Nobody guesses passwords here; that nodes hash them strongly is shown by PasswordRoundsTest.
            "minqing.password-rounds=1000",
            "camunda.bpm.job-execution.enabled=false",
            "minqing.sla.sweep-every=P1D",
            "minqing.ledger.seal-every=-",
            "minqing.wording.fill-every=P1D",
            "minqing.households.colour-every=P1D",
            "minqing.notices.every=P1D",
            "minqing.notices.beat=P1D",
            "minqing.organisation.every=P1D",
            "minqing.households.sheets-every=P1D",
            // Each session of a test keeps a connection, and all of them come from here.
            "minqing.traffic.shared-addresses=127.0.0.1"
        })
public @interface MinqingTest {}
