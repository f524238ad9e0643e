package org.minqing.process.webapps;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.server.ParamException;
import org.minqing.problem.ProblemErrorController;

/**
 * Stands before each exception mapper that the engine's interfaces bring, of the same type and with a higher priority:
 * what goes wrong there is answered where all else is answered that goes wrong, with the same words and one log.
 */
abstract class FaultsOfInterface<E extends Throwable> implements ExceptionMapper<E> {

    private static final int BEFORE_ALL_OTHERS = 1;

    @Context
    private HttpServletRequest request;

    @Override
    public final Response toResponse(E e) {
        if (e instanceof WebApplicationException known && !(e instanceof ParamException)) {
            return Response.status(known.getResponse().getStatus()).build();
        }
        if (!(e instanceof Exception)) {
            request.setAttribute(ProblemErrorController.FAULT, new IllegalStateException(e));
        } else {
            request.setAttribute(ProblemErrorController.FAULT, EngineFaults.meaning((Exception) e));
        }
        // Without a body it becomes an error of the server, which the controller answers, with whatever status it
        // finds.
        return Response.serverError().build();
    }

    /** Jersey makes these. */
    @Priority(BEFORE_ALL_OTHERS)
    public static final class OfRest extends FaultsOfInterface<RestException> {}

    /** What the engine itself throws. */
    @Priority(BEFORE_ALL_OTHERS)
    public static final class OfEngine extends FaultsOfInterface<ProcessEngineException> {}

    /** JSON of another shape. */
    @Priority(BEFORE_ALL_OTHERS)
    public static final class OfMapping extends FaultsOfInterface<JsonMappingException> {}

    /** What is no JSON. */
    @Priority(BEFORE_ALL_OTHERS)
    public static final class OfParsing extends FaultsOfInterface<JsonParseException> {}

    /** All else. */
    @Priority(BEFORE_ALL_OTHERS)
    public static final class OfAll extends FaultsOfInterface<Throwable> {}

    /** Jersey finds it by its file in {@code META-INF/services}, whoever sets an interface up. */
    public static final class Everywhere implements AutoDiscoverable {

        @Override
        public void configure(FeatureContext context) {
            List.of(OfRest.class, OfEngine.class, OfMapping.class, OfParsing.class, OfAll.class)
                    .forEach(mapper -> context.register(mapper, BEFORE_ALL_OTHERS));
        }
    }
}
