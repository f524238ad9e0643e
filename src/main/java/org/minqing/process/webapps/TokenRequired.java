package org.minqing.process.webapps;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.minqing.problem.ProblemWriter;
import org.minqing.security.EngineToken;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the web applications' own check of their token, which ends the session of whoever sends none: a page of
 * somebody else could so sign people out. Here the request is refused and the session stays.
 */
class TokenRequired extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemWriter problems;

    TokenRequired(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (EngineToken.isSentIn(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    request, response, HttpStatus.FORBIDDEN, "页面已过期，请刷新后再试。", "The page has expired; reload it.");
        }
    }
}
