package org.minqing.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.minqing.problem.TooMany;
import org.minqing.problem.TooManyAnswer;
import org.minqing.security.SafeHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what is tried at the door, before Spring Security looks who it is: passwords and tracking codes. */
class DoorLimits extends OncePerRequestFilter {

    private static final Pattern TRACKING = Pattern.compile("/track(/.*)?|/api/track/.*");

    private final Limits limits;
    private final TooManyAnswer answer;

    DoorLimits(Limits limits, TooManyAnswer answer) {
        this.limits = limits;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var tracks = TRACKING.matcher(path).matches();
        var brings = request.getHeader("Authorization") != null;
        try {
            if (path.equals("/sign-in") && request.getMethod().equals("POST")) {
                limits.signIn(request);
            }
            if (brings) {
                limits.maySignIn(request);
            }
            if (tracks) {
                limits.mayTrack(request);
            }
        } catch (TooMany e) {
            SafeHeaders.set(response);
            answer.write(request, response, e);
            return;
        }
        chain.doFilter(request, response);
        if (brings && response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            limits.wrongPassword(request);
        }
        if (tracks && response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
            limits.wrongCode(request);
        }
    }
}
