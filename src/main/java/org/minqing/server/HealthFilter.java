package org.minqing.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.security.SafeHeaders;
import org.springframework.boot.actuate.health.Status;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers whether the node works from what {@link HealthWatch} saw: without a connection to the database, before all else. */
class HealthFilter extends OncePerRequestFilter {

    static final String PATH = "/actuator/health";

    private final HealthWatch watch;

    HealthFilter(HealthWatch watch) {
        this.watch = watch;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH) || !request.getMethod().matches("GET|HEAD");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var status = watch.status();
        SafeHeaders.set(response);
        response.setHeader("Age", String.valueOf(watch.age()));
        response.setStatus(status.equals(Status.UP) ? 200 : 503);
        response.setContentType("application/json");
        response.getOutputStream().print("{\"status\":\"" + status.getCode() + "\"}");
    }
}
