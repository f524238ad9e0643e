package org.minqing.process.task;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.process.engine.EngineRefusals;
import org.minqing.process.guard.GuardedTaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Whatever door a completion comes through, it passes the gate: the engine itself would store anything it is sent. */
// The engine offers the same object under its own name.
@Primary
@Component
public class AppealTaskService extends GuardedTaskService {

    // Resolved late: it needs the engine, which needs this service.
    private final ObjectProvider<TaskGate> gate;

    AppealTaskService(ObjectProvider<TaskGate> gate) {
        this.gate = gate;
    }

    @Override
    public void complete(String taskId, Map<String, Object> answers) {
        EngineRefusals.in(() -> gate.getObject().complete(taskId, answers == null ? Map.of() : answers));
    }

    @Override
    public void claim(String taskId, String userId) {
        EngineRefusals.in(() -> {
            gate.getObject().requireVisible(taskId);
            super.claim(taskId, userId);
        });
    }

    /** Past the gate: for the gate alone, once it has looked. */
    public void take(String taskId, String userId) {
        EngineRefusals.in(() -> super.claim(taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        EngineRefusals.in(() -> super.setAssignee(taskId, userId));
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean deserialize) {
        complete(taskId, answers);
        return Variables.createVariables();
    }

    /** Resolving sets variables past the form; nothing of ours delegates tasks. */
    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    public void resolveTask(String taskId) {
        throw onlyByForm();
    }

    /** An error that no model catches ends the task, and with it the step, as if somebody had done it. */
    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message) {
        throw onlyByForm();
    }

    @Override
    public void handleBpmnError(String taskId, String code) {
        throw onlyByForm();
    }

    /** Escalating is for clocks. */
    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    public void handleEscalation(String taskId, String code) {
        throw onlyByForm();
    }

    private static BadUserRequestException onlyByForm() {
        return new BadUserRequestException("任务请用表单提交。Tasks are completed by their form.");
    }

    /** Past the gate: for the gate alone, once the answers were taken. */
    public void proceed(String taskId, VariableMap facts) {
        super.complete(taskId, facts);
    }
}
