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
public class ProblemErrorController implements ErrorController {

    /**
     * Name of the request attribute in which another servlet leaves the exception that it will not answer itself, before it
     * sends an error of any status.
     */
    public static final String FAULT = "minqing.fault";

    private final ProblemWriter problems;
    private final ProblemAdvice advice;

    ProblemErrorController(ProblemWriter problems, ProblemAdvice advice) {
        this.problems = problems;
        this.advice = advice;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(FAULT) instanceof Exception e) {
            advice.refuse(e, asSent(request), response);
            return;
        }
        var status = status(request);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception e) {
            // A filter met something that has a name, as when somebody signs in while the database is away.
            advice.refuse(e, asSent(request), response);
            return;
        }
        var words = StatusWords.of(status);
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
}
