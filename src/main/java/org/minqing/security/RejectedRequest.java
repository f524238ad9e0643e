package org.minqing.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.ProblemWriter;
import org.minqing.problem.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A path with tricks in it ({@code ;x=1}, {@code //}, {@code %2e}) leads to what looks like every other address that does
 * not exist.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RejectedRequest extends OncePerRequestFilter implements RequestRejectedHandler, ForeignProblem {

    private final ProblemWriter problems;

    RejectedRequest(ProblemWriter problems) {
        this.problems = problems;
    }

    /** The firewall would turn these away as well, but in front of it Spring stumbles over them and answers 500. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (path.contains(";") || path.contains("//")) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        refuse(request, response);
    }

    /** The firewall also looks at each header when somebody reads it, and that may be one of our pages. */
    @Override
    public Optional<Refusal> translate(Throwable e) {
        return e instanceof RequestRejectedException ? Optional.of(Refusal.malformed()) : Optional.empty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SafeHeaders.set(response);
        problems.write(request, response, HttpStatus.NOT_FOUND, ClosedDoor.NOT_FOUND, ClosedDoor.NOT_FOUND_EN);
    }
}
