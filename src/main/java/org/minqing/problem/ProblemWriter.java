package org.minqing.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says what is wrong: RFC 9457 for programs, a small page for people. Never a stack, never what was sent. */
@Component
public class ProblemWriter {

    private static final String ENGINE = "/camunda/api/";

    private final ObjectMapper json;
    private final ProblemPage page;

    ProblemWriter(ObjectMapper json, ProblemPage page) {
        this.json = json;
        this.page = page;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String zh, String en)
            throws IOException {
        write(request, response, status, zh, en, List.of());
    }

    /** In the words that its status has everywhere. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        var known = HttpStatus.resolve(status);
        var said = known == null || !known.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        var words = StatusWords.of(said);
        write(request, response, said, words.zh, words.en);
    }

    /** Does nothing once the answer is on its way. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String zh,
            String en,
            List<FieldProblem> fields)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        response.setCharacterEncoding("UTF-8");
        if (wantsPage(request)) {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(page.render(status, zh, fields));
        } else {
            response.setContentType("application/problem+json");
            var body = body(status, zh, en, fields);
            if (request.getAttribute(ProblemErrorController.FAULT) != null) {
                body.put("message", inOneLine(zh, fields));
            }
            json.writeValue(response.getOutputStream(), body);
        }
    }

    static Map<String, Object> body(HttpStatus status, String zh, String en, List<FieldProblem> fields) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", zh);
        body.put("detailEn", en);
        if (!fields.isEmpty()) {
            body.put("errors", fields);
        }
        return body;
    }

    /** The engine's web applications show this member of what their interface answers, and know of no others. */
    private static String inOneLine(String zh, List<FieldProblem> fields) {
        return fields.isEmpty()
                ? zh
                : "填写的内容有误：" + fields.stream().map(FieldProblem::zh).collect(Collectors.joining(" "));
    }

    /** Empty where the server could not even read the address. */
    private static String asked(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getRequestURI(), "");
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var path = asked(request);
        return !path.startsWith("/api/")
                && !path.startsWith(ENGINE)
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
