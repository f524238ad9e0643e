package org.minqing.people.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says of a list that is too large that it is: the server reads nothing of such a form, its token neither, and whoever sent
 * it would be told that his page has expired.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadLimit extends OncePerRequestFilter {

    private final ProblemWriter problems;
    private final DataSize most;

    UploadLimit(ProblemWriter problems, @Value("${minqing.people.largest-list}") DataSize largest) {
        this.problems = problems;
        // What stands around the file in the form.
        this.most =
                DataSize.ofBytes(largest.toBytes() + DataSize.ofKilobytes(50).toBytes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/admin/people/import")
                || request.getContentLengthLong() <= most.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        problems.write(
                request, response, HttpStatus.PAYLOAD_TOO_LARGE, "文件太大，最多 2 MB。", "The file is larger than 2 MB.");
    }
}
