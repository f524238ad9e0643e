package org.minqing.process.webapps;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.minqing.problem.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts our sign-in before the filters of the web applications and behind the access table. */
@Configuration(proxyBeanMethods = false)
class WebApplications {

    /** After Spring Security, whose order is -100. */
    private static final int AFTER_SECURITY = 201;

    private static final Pattern OWN_SCRIPTS =
            Pattern.compile("/camunda/(lib/minqing-.*|app/[a-z]+/(scripts|styles|locales)/.*)");

    @Bean
    FilterRegistrationBean<JsonOnly> jsonOnly() {
        var filter = new FilterRegistrationBean<>(new JsonOnly());
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/camunda/api/admin/auth/user/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<SessionOfOneRequest> sessionOfOneRequest() {
        var filter = new FilterRegistrationBean<>(new SessionOfOneRequest());
        filter.setOrder(AFTER_SECURITY - 1);
        filter.addUrlPatterns("/camunda/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> oneSignIn() {
        var filter = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new RememberedRights());
        filter.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, OneSignIn.class.getName()));
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return filter;
    }

    /**
     * Our own scripts and settings are asked for again at each visit, and answered with 304 unless they changed: the web
     * applications ask for them under the engine's version, which stays the same when ours goes up.
     */
    @Bean
    FilterRegistrationBean<Filter> ownScriptsAreNeverStale() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var path = ((HttpServletRequest) request).getRequestURI();
            if (OWN_SCRIPTS.matcher(path).matches()) {
                ((HttpServletResponse) response).setHeader("Cache-Control", "no-cache");
            }
            chain.doFilter(request, response);
        });
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/lib/*");
        return filter;
    }

    /** Only where versions of one definition are listed. */
    @Bean
    FilterRegistrationBean<BoundedLists> boundedLists(ProcessEngine engine) {
        var limit = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getQueryMaxResultsLimit();
        var filter = new FilterRegistrationBean<>(new BoundedLists(limit));
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns(
                "/camunda/api/engine/engine/default/process-definition",
                "/camunda/api/engine/engine/default/decision-definition");
        return filter;
    }

    @Bean
    FilterRegistrationBean<TokenRequired> tokenRequired(ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new TokenRequired(problems));
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/camunda/api/*", "/camunda/app/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<NothingKept> nothingKept() {
        var filter = new FilterRegistrationBean<>(new NothingKept());
        // Before Spring Security, so that its refusals are not kept either.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.addUrlPatterns("/camunda/api/*");
        return filter;
    }
}
