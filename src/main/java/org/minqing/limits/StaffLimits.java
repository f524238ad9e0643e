package org.minqing.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.minqing.problem.TooMany;
import org.minqing.problem.TooManyAnswer;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what somebody who has signed in does: files that he takes, and appeals that he registers in Tasklist. */
class StaffLimits extends OncePerRequestFilter {

    private static final Pattern FILE = Pattern.compile("/.*\\.(csv|xlsx)|/api/sla/ledger/(export|whole)");
    private static final Pattern REGISTRATION =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/process-definition/.*/(submit-form|start)");

    private final Limits limits;
    private final TooManyAnswer answer;

    StaffLimits(Limits limits, TooManyAnswer answer) {
        this.limits = limits;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var takes = (request.getMethod().equals("GET") || path.startsWith("/desk/search/"))
                && FILE.matcher(path).matches();
        try {
            if (takes) {
                limits.mayDownload(request);
            }
            if (request.getMethod().equals("POST") && REGISTRATION.matcher(path).matches()) {
                limits.submission(request);
            }
        } catch (TooMany e) {
            answer.write(request, response, e);
            return;
        }
        chain.doFilter(request, response);
        // Whoever was refused has taken nothing.
        if (takes && response.getStatus() < 400) {
            limits.downloaded(request);
        }
    }
}
