package org.minqing.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads nobody out of this system: of whatever address somebody is sent to, path and query are kept and never the host,
 * which would be the one that the request itself named.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RelativeRedirects extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Relative(response));
    }

    private static final class Relative extends HttpServletResponseWrapper {

        Relative(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(withoutHost(location));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, "Location".equalsIgnoreCase(name) ? withoutHost(value) : value);
        }

        private static String withoutHost(String location) {
            var parts = UriComponentsBuilder.fromUriString(location).build();
            if (parts.getHost() == null) {
                return location;
            }
            var path = parts.getPath() == null || parts.getPath().isEmpty() ? "/" : parts.getPath();
            return parts.getQuery() == null ? path : path + "?" + parts.getQuery();
        }
    }
}
