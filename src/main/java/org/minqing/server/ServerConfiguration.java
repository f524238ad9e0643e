package org.minqing.server;

import jakarta.servlet.Filter;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.minqing.problem.Landlines;
import org.minqing.problem.ProblemWriter;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts {@link WholeRequests} and {@link BoundedProtocol} into the server. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> traffic(
            TrafficProperties rules, ServerProperties server) {
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                var protocol = (BoundedProtocol) connector.getProtocolHandler();
                protocol.bound(
                        rules.connectionsPerAddress(),
                        rules.connectionsPerNetwork(),
                        proxies(server).or(rules.sharedAddresses()::contains));
                // A body has its own time limit, and who misses that hears so.
                protocol.setDisableUploadTimeout(false);
                protocol.setConnectionUploadTimeout(
                        (int) rules.bodyWithin().multipliedBy(2).toMillis());
                connector.addLifecycleListener(event -> {
                    if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                        standBefore(connector, rules);
                    }
                });
            });
        };
    }

    @Bean
    FilterRegistrationBean<HealthFilter> healthFilter(HealthWatch watch) {
        return first(new HealthFilter(watch), 1);
    }

    @Bean
    FilterRegistrationBean<RefusedRequests> refusedRequests(ProblemWriter problems, Landlines landlines) {
        return first(new RefusedRequests(problems, landlines), 2);
    }

    /** Behind the one that turns tricks in a path away, and before all others. */
    private static <T extends Filter> FilterRegistrationBean<T> first(T filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }

    private static void standBefore(Connector connector, TrafficProperties rules) {
        var protocol = connector.getProtocolHandler();
        var lanes = new Lanes(rules.submissions(), rules.residents(), rules.others());
        protocol.setAdapter(new WholeRequests(protocol.getAdapter(), rules, lanes, new Bodies(rules)));
    }

    /** Whom the server believes when he says on whose behalf he asks. */
    private static Predicate<String> proxies(ServerProperties server) {
        if (server.getForwardHeadersStrategy() != ForwardHeadersStrategy.NATIVE) {
            return address -> false;
        }
        return Pattern.compile(server.getTomcat().getRemoteip().getInternalProxies())
                .asMatchPredicate();
    }
}
