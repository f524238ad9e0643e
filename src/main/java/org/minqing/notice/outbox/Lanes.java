package org.minqing.notice.outbox;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which services this node leaves alone for a while, because they fail. */
@Component
class Lanes {

    private final Map<Lane, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;

    Lanes(SendingRules rules) {
        var rest = rules.rest();
        config = CircuitBreakerConfig.custom()
                .slidingWindowSize(rest.of())
                .minimumNumberOfCalls(rest.of())
                .failureRateThreshold(rest.percent())
                .waitDurationInOpenState(rest.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .build();
    }

    CircuitBreaker breaker(Lane lane) {
        return breakers.computeIfAbsent(
                lane, it -> CircuitBreaker.of(it.locality() + "/" + it.channel().code(), config));
    }
}
