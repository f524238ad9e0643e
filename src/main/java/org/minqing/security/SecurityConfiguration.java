package org.minqing.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** One sign-in for desk, Tasklist and Cockpit; programs send user and password with each request. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Nothing but what our own pages bring: no script at all, because they need none. */
    static final String OWN_PAGES = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Pages of staff draw diagrams and figures and keep drafts; their scripts are files of ours and nothing else. */
    private static final String STAFF_PAGES =
            OWN_PAGES + "; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'";

    /** A plain text pattern would be matched behind the path of the servlet, and so miss the engine's interfaces. */
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private final AccessTable table;
    private final ClosedDoor closedDoor;

    SecurityConfiguration(AccessTable table, ClosedDoor closedDoor) {
        this.table = table;
        this.closedDoor = closedDoor;
    }

    /** The engine's web applications bring their own headers and their own guard against forged requests. */
    @Bean
    @Order(1)
    SecurityFilterChain engineApplications(HttpSecurity http) throws Exception {
        http.securityMatcher(PATHS.matcher("/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.xssProtection(xss -> xss.disable())
                        .frameOptions(frame -> frame.sameOrigin())
                        .cacheControl(cache -> cache.disable()))
                .logout(logout -> logout.logoutRequestMatcher(
                                PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/default/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(
                                org.springframework.http.HttpStatus.NO_CONTENT)));
        return common(http, OWN_PAGES).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        http.securityMatcher(PATHS.matcher("/api/**"))
                // These answer to JSON only, which no foreign page can make a browser send; see JsonBody.
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(closedDoor))
                .logout(AbstractHttpConfigurer::disable);
        return common(http, OWN_PAGES).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain staffPages(HttpSecurity http) throws Exception {
        http.securityMatcher(PATHS.matcher("/desk/**")).csrf(csrf -> csrf.csrfTokenRepository(formTokens()));
        return common(http, STAFF_PAGES).build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        // In a cookie and not in the session: who takes an hour to write an appeal must not lose it, and who only reads
        // needs no session.
        http.csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/desk", false)
                        .failureUrl("/sign-in?refused"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"));
        return common(http, OWN_PAGES).build();
    }

    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        // The web applications have a cookie of the usual name.
        tokens.setCookieName("FORM-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private HttpSecurity common(HttpSecurity http, String policy) throws Exception {
        return http.headers(headers -> headers
                        // The web applications set a policy of their own, which stays.
                        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(byTable()))
                .exceptionHandling(on -> on.authenticationEntryPoint(closedDoor).accessDeniedHandler(closedDoor))
                .requestCache(cache -> cache.requestCache(afterSignIn()));
    }

    /** Only a page that exists is where somebody goes on after signing in. */
    private RequestCache afterSignIn() {
        var cache = new HttpSessionRequestCache();
        // The address stays as it was: our pages refuse fields that they do not know.
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> closedDoor.leadsToSignIn(request));
        return cache;
    }

    private AuthorizationManager<RequestAuthorizationContext> byTable() {
        return (caller, context) -> {
            HttpServletRequest request = context.getRequest();
            return new AuthorizationDecision(
                    table.rowOf(request).filter(row -> row.admits(caller.get())).isPresent());
        };
    }
}
