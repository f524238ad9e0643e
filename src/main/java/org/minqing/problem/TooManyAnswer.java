package org.minqing.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells whoever did too much of something why, when he can go on, and whom to call if it cannot wait. */
@Component
public class TooManyAnswer {

    private final ProblemWriter problems;
    private final Landlines landlines;

    TooManyAnswer(ProblemWriter problems, Landlines landlines) {
        this.problems = problems;
        this.landlines = landlines;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, TooMany tooMany) throws IOException {
        response.setHeader("Retry-After", String.valueOf(tooMany.seconds()));
        var phones = landlines.phones(request);
        problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                tooMany.zh() + "请过 " + tooMany.minutes() + " 分钟再试；等不了的，请拨打值班电话：" + phones,
                tooMany.en() + " Try again in " + tooMany.minutes() + " minutes; if it cannot wait, call " + phones);
    }
}
