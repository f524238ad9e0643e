package org.minqing.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What goes wrong outside our own controllers: in a filter, in the server, in a page half written. */
@Controller
class ProblemErrorController implements ErrorController {

    private final ProblemWriter problems;
    private final ProblemAdvice advice;

    ProblemErrorController(ProblemWriter problems, ProblemAdvice advice) {
        this.problems = problems;
        this.advice = advice;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception e) {
            // A filter met something that has a name, as when somebody signs in while the database is away.
            advice.refuse(e, asSent(request), response);
            return;
        }
        var words = Words.of(status);
        problems.write(asSent(request), response, status, words.zh, words.en);
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null || !status.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /** By now the request bears the path of this controller, but a program is known by the path it called. */
    private static HttpServletRequest asSent(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return path instanceof String sent ? sent : super.getRequestURI();
            }
        };
    }

    private enum Words {
        NOT_FOUND("没有找到，或您无权查看。", "Not found, or not yours to see."),
        METHOD_NOT_ALLOWED("这个地址不支持这种操作。", "This address does not support that method."),
        PAYLOAD_TOO_LARGE("提交的内容过大。", "The request is too large."),
        UNAUTHORIZED("请先登录。", "Sign in first."),
        SERVICE_UNAVAILABLE("系统暂时不可用，请稍后再试。", "The service is unavailable; try again later."),
        OTHER_REQUEST("请求不正确。", "The request is not acceptable."),
        OTHER_FAILURE("系统出错，请稍后再试。", "Something went wrong here.");

        private final String zh;
        private final String en;

        Words(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        static Words of(HttpStatus status) {
            return switch (status) {
                // Forbidden and unknown look alike.
                case NOT_FOUND, FORBIDDEN -> NOT_FOUND;
                case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
                case PAYLOAD_TOO_LARGE -> PAYLOAD_TOO_LARGE;
                case UNAUTHORIZED -> UNAUTHORIZED;
                case SERVICE_UNAVAILABLE -> SERVICE_UNAVAILABLE;
                default -> status.is4xxClientError() ? OTHER_REQUEST : OTHER_FAILURE;
            };
        }
    }
}
