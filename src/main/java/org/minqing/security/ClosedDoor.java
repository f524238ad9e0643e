package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.problem.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What somebody meets who may not enter. Forbidden and unknown look alike: 404. */
@Component
class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String NOT_FOUND = "没有找到，或您无权查看。";
    static final String NOT_FOUND_EN = "Not found, or not yours to see.";

    private final AccessTable table;
    private final ProblemWriter problems;
    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");

    ClosedDoor(AccessTable table, ProblemWriter problems) {
        this.table = table;
        this.problems = problems;
    }

    /** Nobody has signed in. A page leads to the sign-in, a program hears 401, and what does not exist is not found. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, jakarta.servlet.ServletException {
        if (!listed(request)) {
            notFound(request, response);
        } else if (isPage(request)) {
            signIn.commence(request, response, e);
        } else {
            // Not for scripts of pages: the browser would ask for a password in a window of its own.
            if (request.getRequestURI().startsWith("/api/") && request.getHeader("X-Requested-With") == null) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"minqing\", charset=\"UTF-8\"");
            }
            problems.write(request, response, HttpStatus.UNAUTHORIZED, "请先登录。", "Sign in first.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException) {
            problems.write(
                    request, response, HttpStatus.FORBIDDEN, "页面已过期，请返回刷新后再提交。", "The page has expired; reload it.");
        } else {
            notFound(request, response);
        }
    }

    /** Whether signing in would open this page, at least for somebody. */
    boolean leadsToSignIn(HttpServletRequest request) {
        return listed(request) && isPage(request);
    }

    private boolean listed(HttpServletRequest request) {
        return table.rowOf(request)
                .filter(row -> !row.who().contains(AccessTable.Who.NOBODY))
                .isPresent();
    }

    private void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, HttpStatus.NOT_FOUND, NOT_FOUND, NOT_FOUND_EN);
    }

    private static boolean isPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return "GET".equals(request.getMethod())
                && !path.startsWith("/api/")
                && !path.startsWith("/camunda/api/")
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
