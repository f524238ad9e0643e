package org.minqing.process.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.minqing.problem.ForeignProblem;
import org.minqing.problem.Refusal;
import org.minqing.process.AppealHandling;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What the real engine throws, and for whom it is: the caller, or us. */
@MinqingTest
class EngineProblemsTest extends AppealRules {

    private static final String GONE = "f0000000-0000-0000-0000-000000000000";

    @Autowired
    AppealTaskService tasks;

    @Autowired
    @Qualifier("engineProblems")
    ForeignProblem problems;

    @Test
    void aTaskThatIsGoneIsNotFound() {
        for (var call : Map.<String, ThrowingCallable>of(
                        "take", () -> tasks.take(GONE, "ganshui-grid-01"),
                        "proceed", () -> tasks.proceed(GONE, Variables.createVariables()),
                        "candidates", () -> tasks.getIdentityLinksForTask(GONE))
                .entrySet()) {
            assertThat(problems.translate(thrownBy(call.getValue())))
                    .as(call.getKey())
                    .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
    }

    @Test
    void aCallOfOursThatMakesNoSenseIsOurFaultAndNothingThatWasNotFound() {
        for (var call : Map.<String, ThrowingCallable>of(
                        "no task", () -> tasks.proceed(null, Variables.createVariables()),
                        "no task to look at", () -> tasks.getIdentityLinksForTask(null),
                        "no such process", () -> engine.getRuntimeService().startProcessInstanceByKey("noSuchProcess"),
                        "no variable", () -> engine.getRuntimeService().getVariable(GONE, null),
                        "no instance", () -> engine.getRuntimeService().setVariable(GONE, "unit", "x"))
                .entrySet()) {
            assertThat(problems.translate(thrownBy(call.getValue())))
                    .as(call.getKey())
                    .isEmpty();
        }
    }

    @Test
    void anArgumentThatTheEngineCallsNotValidIsOurFault() {
        var thrown =
                catchThrowable(() -> engine.getManagementService().setOverridingJobPriorityForJobDefinition(null, 1));
        assertThat(thrown).isInstanceOf(NotValidException.class);
        assertThat(problems.translate(thrown)).isEmpty();
    }

    @Test
    void whoTakesATaskThatAColleagueHasJustTakenIsTold() {
        var task = anAppeal().submitted().task(AppealHandling.RESPOND).getId();
        tasks.take(task, "ganshui-grid-01");
        assertThat(problems.translate(catchThrowable(() -> tasks.take(task, "ganshui-grid-02"))))
                .hasValueSatisfying(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    private static Throwable thrownBy(ThrowingCallable call) {
        var thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(NullValueException.class);
        return thrown;
    }
}
