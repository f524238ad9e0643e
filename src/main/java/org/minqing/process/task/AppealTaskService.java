package org.minqing.process.task;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
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
class AppealTaskService extends GuardedTaskService {

    // Resolved late: it needs the engine, which needs this service.
    private final ObjectProvider<TaskGate> gate;

    private final OwnName ownName = new OwnName(this);

    AppealTaskService(ObjectProvider<TaskGate> gate) {
        this.gate = gate;
    }

    @Override
    public void complete(String taskId, Map<String, Object> answers) {
        EngineRefusals.in(() -> gate.getObject().complete(taskId, answers == null ? Map.of() : answers));
    }

    /** User id; null where the program itself acts. */
    String signedIn() {
        return commandExecutor.execute(CommandContext::getAuthenticatedUserId);
    }

    /** Without a name it gives the task back, as the engine's own interface has it. */
    @Override
    public void claim(String taskId, String userId) {
        EngineRefusals.in(() -> {
            if (!ownName.applies()) {
                super.claim(taskId, userId);
            } else if (userId == null) {
                gate.getObject().release(taskId);
            } else {
                gate.getObject().claim(taskId, userId);
            }
        });
    }

    /** Past the gate: for the gate alone, once it has looked. */
    void take(String taskId, String userId) {
        EngineRefusals.in(() -> super.claim(taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        EngineRefusals.in(() -> {
            ownName.require(userId);
            super.setAssignee(taskId, userId);
        });
    }

    @Override
    public void setOwner(String taskId, String userId) {
        EngineRefusals.in(() -> {
            ownName.require(userId);
            requireDuty(taskId, userId);
            super.setOwner(taskId, userId);
        });
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        EngineRefusals.in(() -> {
            ownName.require(userId);
            super.delegateTask(taskId, userId);
        });
    }

    @Override
    public void addUserIdentityLink(String taskId, String userId, String type) {
        EngineRefusals.in(() -> {
            ownName.require(userId);
            requireDuty(taskId, userId);
            super.addUserIdentityLink(taskId, userId, type);
        });
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String userId, String type) {
        EngineRefusals.in(() -> {
            ownName.require(userId);
            super.deleteUserIdentityLink(taskId, userId, type);
        });
    }

    @Override
    public void addCandidateUser(String taskId, String userId) {
        addUserIdentityLink(taskId, userId, IdentityLinkType.CANDIDATE);
    }

    @Override
    public void deleteCandidateUser(String taskId, String userId) {
        deleteUserIdentityLink(taskId, userId, IdentityLinkType.CANDIDATE);
    }

    /** A task that is written whole carries its names with it. */
    @Override
    public void saveTask(Task task) {
        EngineRefusals.in(() -> {
            ownName.requireUnchanged(task);
            requireDuty(task.getId(), task.getOwner());
            super.saveTask(task);
        });
    }

    /** An assignee is looked at by a listener in every task; of owners and candidates the engine tells nobody. */
    private void requireDuty(String taskId, String userId) {
        if (taskId != null && userId != null) {
            gate.getObject().requireDuty(taskId, userId);
        }
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
    void proceed(String taskId, VariableMap facts) {
        super.complete(taskId, facts);
    }
}
