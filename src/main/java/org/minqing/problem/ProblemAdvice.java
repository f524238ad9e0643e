package org.minqing.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;

/** Every refusal of our own pages and interfaces. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;
    private final Landlines landlines;
    private final TooManyAnswer tooMany;
    private final List<ForeignProblem> translators;

    ProblemAdvice(
            ProblemWriter problems, Landlines landlines, TooManyAnswer tooMany, List<ForeignProblem> translators) {
        this.problems = problems;
        this.landlines = landlines;
        this.tooMany = tooMany;
        this.translators = translators;
    }

    @ExceptionHandler(Exception.class)
    void refuse(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (e instanceof AsyncRequestNotUsableException) {
            // A page that was listening has been left: nobody reads an answer, and nothing is wrong.
            return;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput invalid) {
                problems.write(
                        request,
                        response,
                        HttpStatus.BAD_REQUEST,
                        "填写的内容有误，请按提示修改。",
                        "Some fields cannot be accepted.",
                        invalid.problems());
                return;
            }
            if (cause instanceof TooMany many) {
                tooMany.write(request, response, many);
                return;
            }
            if (cause instanceof Refusal refusal && refusal.kind() == Refusal.Kind.POLICY) {
                LOG.error("A person must act: {}", refusal.en());
                unavailable(request, response);
                return;
            }
            if (cause instanceof Refusal refusal) {
                problems.write(request, response, status(refusal.kind()), refusal.zh(), refusal.en());
                return;
            }
        }
        var translated =
                translators.stream().flatMap(t -> t.translate(e).stream()).findFirst();
        if (translated.isPresent()) {
            var refusal = translated.get();
            problems.write(request, response, status(refusal.kind()), refusal.zh(), refusal.en());
        } else if (databaseAway(e)) {
            unavailable(e, request, response);
        } else if (status(e) != null) {
            var status = status(e);
            var words = StatusWords.of(status);
            problems.write(request, response, status, words.zh, words.en);
        } else {
            LOG.error("Request to {} failed", place(request), e);
            problems.write(
                    request, response, HttpStatus.INTERNAL_SERVER_ERROR, "系统出错，请稍后再试。", "Something went wrong here.");
        }
    }

    /** Honest when the database is away: nothing was stored, and here is somebody to call. */
    private void unavailable(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("The database does not answer: {}", e.getMessage());
        unavailable(request, response);
    }

    private void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "30");
        var phones = landlines.phones(request);
        problems.write(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "系统暂时不可用，您的内容没有保存。请拨打值班电话：" + phones,
                "The service is unavailable and nothing was stored. Please call " + phones);
    }

    private static boolean databaseAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PessimisticLockingFailureException) {
                return true;
            }
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof java.sql.SQLTransientConnectionException
                    || cause instanceof java.sql.SQLNonTransientConnectionException
                    || (cause instanceof DataAccessException && cause.getCause() == null)) {
                return true;
            }
            // A connection that was cut cannot roll back either, and that hides why.
            if (cause instanceof TransactionSystemException hides && databaseAway(hides.getApplicationException())) {
                return true;
            }
            // Class 08: connection; 57P: the server is shutting down; 53: out of resources.
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().matches("08...|57P..|53...")) {
                return true;
            }
        }
        return false;
    }

    /** The pattern and not the path: paths hold tracking codes. Of another servlet, as the engine's, only its name. */
    private static Object place(HttpServletRequest request) {
        var servlet = request.getAttribute(ProblemErrorController.FAULT) == null
                ? null
                : request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME);
        return servlet == null ? request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) : servlet;
    }

    /** What is not ours to mend: a request that is none, or that broke off. Null if it is our fault. */
    private static HttpStatus status(Exception e) {
        if (e instanceof ErrorResponse known) {
            return known.getStatusCode().is4xxClientError()
                    ? HttpStatus.resolve(known.getStatusCode().value())
                    : null;
        }
        if (e instanceof MethodArgumentTypeMismatchException other) {
            // There is nothing at an address that no id could be part of.
            return other.getParameter().hasParameterAnnotation(PathVariable.class)
                    ? HttpStatus.NOT_FOUND
                    : HttpStatus.BAD_REQUEST;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return HttpStatus.REQUEST_TIMEOUT;
            }
            // Tomcat's, for a body that ends too early or is no body; EOF where the other side hung up.
            if (cause instanceof BadRequestException
                    || cause instanceof EOFException
                    || cause instanceof MultipartException) {
                return HttpStatus.BAD_REQUEST;
            }
        }
        return null;
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case KEY_REUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
            case NOT_JSON -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case OTHER_VERSION -> HttpStatus.PRECONDITION_FAILED;
            case POLICY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
