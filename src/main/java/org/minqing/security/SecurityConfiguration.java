package org.minqing.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** One sign-in for desk, Tasklist and Cockpit; programs send user and password with each request. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Nothing but what our own pages bring: no script at all, because they need none. */
    static final String OWN_PAGES =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Scripts that are files of ours and may ask us. */
    private static final String WITH_SCRIPTS = OWN_PAGES + "; script-src 'self'; connect-src 'self'";

    /** Pages of staff draw diagrams and figures and keep drafts; their scripts are files of ours and nothing else. */
    private static final String STAFF_PAGES = WITH_SCRIPTS + "; worker-src 'self'; manifest-src 'self'";

    /**
     * The library that draws a process writes a few style attributes, always the same ones: its layers, its watermark and
     * what opens at a click on that. Each is admitted by its hash, and no other, on the pages that draw a process.
     */
    private static final String DIAGRAM_PAGES = STAFF_PAGES + "; style-src-attr 'unsafe-hashes'"
            + " 'sha256-HrvAPhJHDMpEBcplBvvwyxAYUF0koC1/uv7HLEC0aqg='"
            + " 'sha256-AHtqGIKHiUalONG+xeO90E9yUgWLoWuygINiCuiaBnA='"
            + " 'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4='"
            + " 'sha256-j2t/iYgmiK/9tDIa+YLs3dUK18D+PDjuKi+KxuYXU/w='"
            + " 'sha256-F1/lIJB2HC2RT+RPHwCjlrUMGQft2PdUC4nHeQ7MKsc='"
            + " 'sha256-JpvvTIK7ulxf/3oA+AUuVbO9Labs8npGWGm9X9nGIWw='"
            + " 'sha256-9OIpRRx0bq4t4s2zyqbocMNwedniLDaxLB+FlLIjNgM='"
            + " 'sha256-GAdrtwahSjGXI0UQQnfyEVtPn+wfgQxvyrjyQuByfuU='"
            + " 'sha256-OiHWqvo9dpVH2ZTYJl3A+IJzE/VCEoC16CMSpFs+v0E='";

    /** A plain text pattern would be matched behind the path of the servlet, and so miss the engine's interfaces. */
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private final AccessTable table;
    private final ClosedDoor closedDoor;
    private final StaffSessions sessions;
    // None in tests of single pages.
    private final ObjectProvider<LogoutHandler> atSignOut;

    SecurityConfiguration(
            AccessTable table, ClosedDoor closedDoor, StaffSessions sessions, ObjectProvider<LogoutHandler> atSignOut) {
        this.table = table;
        this.closedDoor = closedDoor;
        this.sessions = sessions;
        this.atSignOut = atSignOut;
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
                .logout(logout -> logout.addLogoutHandler(forgetting())
                        // Without their token it goes on, and is refused like anything else that they are sent without
                        // it.
                        .logoutRequestMatcher(new AndRequestMatcher(
                                PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/default/logout"),
                                EngineToken::isSentIn))
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
    SecurityFilterChain diagramPages(HttpSecurity http) throws Exception {
        http.securityMatcher(PATHS.matcher("/desk/appeals/{number}/process"))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()));
        return common(http, DIAGRAM_PAGES).build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain staffPages(HttpSecurity http) throws Exception {
        http.securityMatcher(PATHS.matcher("/desk/**")).csrf(csrf -> csrf.csrfTokenRepository(formTokens()));
        return common(http, STAFF_PAGES).build();
    }

    /**
     * Where residents write and look things up: a script asks whom they should call before they hand it in, and keeps on
     * their own telephone what they want to find again. All works without it.
     */
    @Bean
    @Order(5)
    SecurityFilterChain pagesOfResidents(HttpSecurity http) throws Exception {
        http.securityMatcher(new OrRequestMatcher(
                        PATHS.matcher("/"),
                        PATHS.matcher("/submit"),
                        PATHS.matcher("/track"),
                        PATHS.matcher("/track/{code}")))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()));
        return common(http, WITH_SCRIPTS).build();
    }

    @Bean
    @Order(6)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        // In a cookie and not in the session: who takes an hour to write an appeal must not lose it, and who only reads
        // needs no session.
        var answers = new SignInAnswers();
        http.csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .authenticationDetailsSource(AtTheSignInPage::new)
                        .successHandler(answers)
                        .failureHandler(answers))
                .logout(logout -> logout.addLogoutHandler(forgetting())
                        .logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?out"));
        return common(http, OWN_PAGES).build();
    }

    /** Drafts and pages that a browser keeps of whoever signs out; it obeys over a secure connection only. */
    private LogoutHandler forgetting() {
        var pages = new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE));
        return new CompositeLogoutHandler(
                Stream.concat(atSignOut.orderedStream(), Stream.of(pages)).toList());
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
                // What goes on was let in when it began; a page that is told that its session ended has none any more.
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(byTable()))
                .exceptionHandling(on -> on.authenticationEntryPoint(closedDoor).accessDeniedHandler(closedDoor))
                .securityContext(context -> context.securityContextRepository(new DelegatingSecurityContextRepository(
                        // What a program sent with this request, and what a session has.
                        new RequestAttributeSecurityContextRepository(), sessions)))
                // Where somebody goes on after signing in is kept by PageAfterSignIn: Spring's own would open a
                // session.
                .requestCache(RequestCacheConfigurer::disable);
    }

    private AuthorizationManager<RequestAuthorizationContext> byTable() {
        return (caller, context) -> {
            HttpServletRequest request = context.getRequest();
            return new AuthorizationDecision(
                    table.rowOf(request).filter(row -> row.admits(caller)).isPresent());
        };
    }
}
