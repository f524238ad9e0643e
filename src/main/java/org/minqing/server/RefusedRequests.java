package org.minqing.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.problem.Landlines;
import org.minqing.problem.ProblemWriter;
import org.minqing.security.SafeHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says why a request was not worked on at all, before anybody else looks at it. */
class RefusedRequests extends OncePerRequestFilter {

    private final ProblemWriter problems;
    private final Landlines landlines;

    RefusedRequests(ProblemWriter problems, Landlines landlines) {
        this.problems = problems;
        this.landlines = landlines;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(WholeRequests.REFUSAL) instanceof Integer refusal)) {
            chain.doFilter(request, response);
            return;
        }
        SafeHeaders.set(response);
        var phones = landlines.phones(request);
        switch (HttpStatus.valueOf(refusal)) {
            case PAYLOAD_TOO_LARGE ->
                problems.write(
                        request,
                        response,
                        HttpStatus.PAYLOAD_TOO_LARGE,
                        "提交的内容过大，没有保存。",
                        "The request is too large; nothing was stored.");
            case BAD_REQUEST ->
                problems.write(request, response, HttpStatus.BAD_REQUEST, "请求不正确。", "The request is not acceptable.");
            case REQUEST_TIMEOUT ->
                problems.write(
                        request,
                        response,
                        HttpStatus.REQUEST_TIMEOUT,
                        "内容没有在规定时间内传完，没有保存。请换个网络再试，或拨打值班电话：" + phones,
                        "The content did not arrive in time and nothing was stored. Try again, or call " + phones);
            default -> {
                response.setHeader("Retry-After", "30");
                problems.write(
                        request,
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "现在提交的人太多，您的内容没有保存。请稍后再试，或拨打值班电话：" + phones,
                        "Too many people are waiting and nothing was stored. Try again later, or call " + phones);
            }
        }
    }
}
