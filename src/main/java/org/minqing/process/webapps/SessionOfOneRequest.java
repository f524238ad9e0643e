package org.minqing.process.webapps;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.minqing.security.EngineToken;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * What the engine's web applications put into a session lives for one request. They would keep there who somebody is, with
 * his groups, for minutes after he lost them, and write it to the database with every request; so they are told anew each
 * time, by {@link OneSignIn}. Their token against forged requests follows from the session itself and needs no place in it.
 */
class SessionOfOneRequest extends OncePerRequestFilter {

    /** As the engine's own filter names it. */
    private static final String COOKIE = "XSRF-TOKEN";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            tell(request, response, EngineToken.of(session));
        }
        chain.doFilter(new Request(request), response);
    }

    /** Only if the browser does not know it yet. */
    private static void tell(HttpServletRequest request, HttpServletResponse response, String token) {
        var known = WebUtils.getCookie(request, COOKIE);
        if (known != null && known.getValue().equals(token)) {
            return;
        }
        var cookie = ResponseCookie.from(COOKIE, token)
                .path("/camunda")
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
        response.setHeader(EngineToken.HEADER, token);
    }

    private static final class Request extends HttpServletRequestWrapper {

        private final Map<String, Object> attributes = new HashMap<>();
        private HttpSession session;

        Request(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public HttpSession getSession(boolean create) {
            var real = super.getSession(create);
            if (real == null) {
                session = null;
            } else if (session == null || !session.getId().equals(real.getId())) {
                session = wrapped(real);
            }
            return session;
        }

        private HttpSession wrapped(HttpSession real) {
            attributes.put(EngineToken.IN_SESSION, EngineToken.of(real));
            return (HttpSession) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "getAttribute":
                                return attributes.get((String) arguments[0]);
                            case "setAttribute":
                                attributes.put((String) arguments[0], arguments[1]);
                                return null;
                            case "removeAttribute":
                                attributes.remove((String) arguments[0]);
                                return null;
                            case "invalidate":
                                // The engine's own filter would end it where a token is missing, and so could any page.
                                return null;
                            case "getAttributeNames":
                                return Collections.enumeration(attributes.keySet());
                            default:
                                try {
                                    return method.invoke(real, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                        }
                    });
        }
    }
}
