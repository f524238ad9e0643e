package org.minqing.process.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.VariableQueryParameterDto;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;
import org.junit.jupiter.api.Test;
import org.minqing.problem.Refusal;
import org.minqing.process.engine.EngineProblems;
import org.springframework.dao.DuplicateKeyException;

/** Not everything that leaves the engine's interface is the caller's fault: ours must reach the log. */
class EngineFaultsTest {

    private static <E extends Exception> E thrownAt(E e, Class<?> place, String method) {
        e.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 1),
            new StackTraceElement(place.getName(), method, "X.java", 2),
            new StackTraceElement("org.glassfish.jersey.server.ServerRuntime", "process", "ServerRuntime.java", 3)
        });
        return e;
    }

    private static void ours(Exception e) {
        assertThat(EngineFaults.meaning(e)).isSameAs(e);
    }

    private static void theCallers(Exception e) {
        assertThat(EngineFaults.meaning(e))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }

    @Test
    void whatTheInterfaceStumblesOverWhileItReadsIsTheCallers() {
        theCallers(thrownAt(new NullPointerException(), VariableQueryParameterDto.class, "getName"));
        theCallers(thrownAt(new ClassCastException(), VariableQueryParameterDto.class, "getName"));
    }

    @Test
    void whatItStumblesOverWhileItAnswersIsOurs() {
        ours(thrownAt(new NullPointerException(), TaskDto.class, "fromEntity"));
    }

    @Test
    void whatOurCodeOrTheEngineStumblesOverIsOurs() {
        ours(thrownAt(new NullPointerException(), OneSignIn.class, "extractAuthenticatedUser"));
        ours(thrownAt(new IllegalStateException(), org.camunda.bpm.engine.impl.TaskServiceImpl.class, "claim"));
    }

    @Test
    void whatTheEngineRefusesItselfIsTheCallersAndWhatHappenedToItIsOurs() {
        theCallers(new ProcessEngineException("Invalid query usage"));
        theCallers(new NullValueException("variableName is null"));
        ours(new ProcessEngineException("in a listener", new IllegalStateException()));
        ours(new ProcessEnginePersistenceException("gone", new SQLException("gone", "08006")));
    }

    /** Two claims at once write the same right; a statement of ours that writes twice is a mistake of ours. */
    @Test
    void whatTheDatabaseRefusesTheEngineIsNotWhatItRefusesUs() {
        var problems = new EngineProblems();
        for (var state : List.of("23505", "22021")) {
            var refused = new SQLException("refused", state);
            assertThat(problems.translate(new ProcessEnginePersistenceException("refused", refused)))
                    .isPresent();
            assertThat(problems.translate(new DuplicateKeyException("refused", refused)))
                    .isEmpty();
        }
    }
}
