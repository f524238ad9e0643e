package org.minqing.process.webapps;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.server.ParamException;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.process.engine.EngineProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an exception means that leaves the engine's interface: whether the caller asked for nonsense, or whether it is our
 * fault. The types tell it, because behind this interface every argument of the engine is what somebody sent. Where one
 * type stands for both, one line in the log says where it was thrown, so that a fault of ours is not lost.
 */
final class EngineFaults {

    private static final Logger LOG = LoggerFactory.getLogger(EngineFaults.class);
    private static final Pattern NAMED = Pattern.compile("query parameter '(\\w{1,60})'");
    /** What is of another locality is told like what there never was. */
    private static final String FOREIGN = "it belongs to no authenticated tenant";

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static final Pattern OURS_OR_THEIRS = Pattern.compile("org\\.(camunda|minqing)\\..*");

    /** What reads requests: the engine's interface, its kinds of values, and the parts of the web applications. */
    private static final Pattern INTERFACE = Pattern.compile(
            "org\\.camunda\\.bpm\\.(engine\\.(rest|variable|impl\\.util\\.PermissionConverter)|cockpit|admin|tasklist)\\b.*");

    private EngineFaults() {}

    /** A refusal of ours where it is the caller's; else the exception itself, for others to know or to log. */
    static Exception meaning(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidInput || cause instanceof Refusal) {
                return e;
            }
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var known = refusal(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return neverReachedTheEngine(e) ? suspicious(e) : e;
    }

    private static Optional<RuntimeException> refusal(Throwable e) {
        if (e instanceof ParamException parameter) {
            return Optional.of(field(parameter.getParameterName()));
        }
        if (e instanceof JsonProcessingException json) {
            return json.getProcessor() instanceof JsonParser || json.getProcessor() == null
                    ? Optional.of(unreadable(json))
                    : Optional.empty();
        }
        if (e instanceof HeaderValueException) {
            return Optional.of(Refusal.malformed());
        }
        if (e instanceof RestException rest) {
            return refusal(rest);
        }
        return e instanceof ProcessEngineException engine ? refusal(engine) : Optional.empty();
    }

    /** One that wraps another exception is told by that. */
    private static Optional<RuntimeException> refusal(RestException e) {
        var status = e.getStatus() == null ? 500 : e.getStatus().getStatusCode();
        if (status == 403 || status == 404) {
            return Optional.of(Refusal.notFound());
        }
        if (status < 500) {
            var named = NAMED.matcher(String.valueOf(e.getMessage()));
            return named.find()
                    ? Optional.of(field(named.group(1)))
                    : known(e.getCause()).or(() -> Optional.of(Refusal.malformed()));
        }
        if (String.valueOf(e.getMessage()).contains(FOREIGN)) {
            return Optional.of(Refusal.notFound());
        }
        // What the engine threw is lost here, but for its message.
        return e.getCause() == null
                        && e instanceof InvalidRequestException
                        && !String.valueOf(e.getMessage()).startsWith("An exception occurred in the persistence layer")
                ? Optional.of(suspicious(e))
                : Optional.empty();
    }

    private static Optional<RuntimeException> known(Throwable cause) {
        return cause == null ? Optional.empty() : refusal(cause);
    }

    private static Optional<RuntimeException> refusal(ProcessEngineException e) {
        if (e instanceof BadUserRequestException && !(e instanceof NotFoundException)) {
            return Optional.of(
                    CHINESE.matcher(String.valueOf(e.getMessage())).find()
                            ? new Refusal(
                                    Refusal.Kind.MALFORMED,
                                    e.getMessage(),
                                    Refusal.malformed().en())
                            : Refusal.malformed());
        }
        if (EngineProblems.taskIsGone(e)) {
            return Optional.empty();
        }
        var plain = e.getClass() == ProcessEngineException.class || e instanceof NullValueException;
        return plain && e.getCause() == null ? Optional.of(suspicious(e)) : Optional.empty();
    }

    private static InvalidInput unreadable(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return new InvalidInput("body", "不是有效的 JSON 对象", "is not a valid JSON object");
        }
        return field(mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining(".")));
    }

    private static InvalidInput field(String name) {
        var plain = name.matches("[\\w.-]{1,120}") ? name : "body";
        return new InvalidInput(plain, "取值不正确", "has a wrong value");
    }

    /**
     * Thrown by the interface itself while it read what was sent: not by us, not by the engine, and not while an answer was
     * put together, which is what its methods {@code from…} do.
     */
    private static boolean neverReachedTheEngine(Exception e) {
        var place = Arrays.stream(e.getStackTrace())
                .dropWhile(
                        frame -> !OURS_OR_THEIRS.matcher(frame.getClassName()).matches())
                .takeWhile(frame -> INTERFACE.matcher(frame.getClassName()).matches())
                .toList();
        return e instanceof RuntimeException
                && e.getCause() == null
                && !place.isEmpty()
                && place.stream().noneMatch(frame -> frame.getMethodName().startsWith("from"));
    }

    private static Refusal suspicious(Exception e) {
        LOG.warn(
                "The engine's interface could not take what it was sent: {} at {}",
                e.getClass().getSimpleName(),
                Arrays.stream(e.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("org.camunda."))
                        .filter(frame -> !frame.getClassName().contains("EnsureUtil"))
                        .findFirst()
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("?"));
        return Refusal.malformed();
    }
}
