package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.problem.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** What somebody meets who may not enter. Forbidden and unknown look alike: 404. */
@Component
class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String NOT_FOUND = "没有找到，或您无权查看。";
    static final String NOT_FOUND_EN = "Not found, or not yours to see.";

    private final AccessTable table;
    private final ProblemWriter problems;

    ClosedDoor(AccessTable table, ProblemWriter problems) {
        this.table = table;
        this.problems = problems;
    }

    /** Nobody has signed in. A page leads to the sign-in, a program hears 401, and what does not exist is not found. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (!listed(request)) {
            notFound(request, response);
        } else if (e instanceof TooManyAttempts many) {
            response.setHeader("Retry-After", String.valueOf(many.seconds()));
            problems.write(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "用户名或密码不正确，尝试次数过多。请等 " + many.inWords() + "后再试。",
                    "Wrong user name or password, too many attempts. Try again in " + many.seconds() + " s.");
        } else if (isPage(request)) {
            // What a script fetches beside the page is not where somebody was.
            if (!isOfScript(request)) {
                PageAfterSignIn.keep(request, response);
            }
            toSignIn(request, response);
        } else if (isFormOfSomebodyWhoWasSignedIn(request)) {
            // Back to the page that has his draft, if there is one at that address.
            if (opensAsPage(request)) {
                PageAfterSignIn.keep(request, response);
            }
            toSignIn(request, response);
        } else {
            // Not for scripts of pages: the browser would ask for a password in a window of its own.
            if (request.getRequestURI().startsWith("/api/") && !isOfScript(request)) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"minqing\", charset=\"UTF-8\"");
            }
            problems.write(request, response, HttpStatus.UNAUTHORIZED, "请先登录。", "Sign in first.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException && isStaleSignIn(request)) {
            // Two windows that opened at once have one cookie between them: the later of the two, so the other is
            // stale.
            SignInAnswers.go(response, "/sign-in?again");
        } else if (e instanceof CsrfException) {
            problems.write(
                    request, response, HttpStatus.FORBIDDEN, "页面已过期，请返回刷新后再提交。", "The page has expired; reload it.");
        } else {
            notFound(request, response);
        }
    }

    private static boolean isStaleSignIn(HttpServletRequest request) {
        return "/sign-in".equals(request.getRequestURI())
                && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                && request.getParameter(token.getParameterName()) != null;
    }

    /** Relative, and it says why, if he was signed in before. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
        var why = EndedSession.of(request).map(ended -> "?ended=" + ended.code());
        SignInAnswers.go(response, "/sign-in" + why.orElse(""));
    }

    private static boolean isFormOfSomebodyWhoWasSignedIn(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && EndedSession.of(request).isPresent() && wantsPage(request);
    }

    private boolean opensAsPage(HttpServletRequest request) {
        return table.rowOf(new HttpServletRequestWrapper(request) {
                    @Override
                    public String getMethod() {
                        return "GET";
                    }
                })
                .isPresent();
    }

    private boolean listed(HttpServletRequest request) {
        return table.rowOf(request)
                .filter(row -> !row.who().contains(AccessTable.Who.NOBODY))
                .isPresent();
    }

    private void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, HttpStatus.NOT_FOUND, NOT_FOUND, NOT_FOUND_EN);
    }

    private static boolean isOfScript(HttpServletRequest request) {
        return request.getHeader("X-Requested-With") != null;
    }

    private static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && wantsPage(request);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/")
                && !path.startsWith("/camunda/api/")
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
