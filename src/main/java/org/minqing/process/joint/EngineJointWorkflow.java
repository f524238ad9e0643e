package org.minqing.process.joint;

import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.LOCALITY;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeals;
import org.minqing.joint.JointWorkflow;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to opinions: an instance for each post that is asked, known by its candidate group. */
@Component
class EngineJointWorkflow implements JointWorkflow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ApplicationAuthority authority;
    private final Appeals appeals;

    EngineJointWorkflow(RuntimeService runtime, TaskService tasks, ApplicationAuthority authority, Appeals appeals) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.authority = authority;
        this.appeals = appeals;
    }

    @Override
    public void opinionAsked(String number, String holding) {
        var variables = Variables.createVariables();
        LOCALITY.put(variables, appeals.get(number).locality());
        CANDIDATE_GROUP.put(variables, holding);
        authority.run(() -> runtime.createProcessInstanceByKey(AppealHandling.JOINT_HANDLING)
                .processDefinitionWithoutTenantId()
                .businessKey(number)
                .setVariables(variables)
                .execute());
    }

    @Override
    public void opinionLapsed(String number, String holding) {
        authority.run(() -> {
            runtime.createMessageCorrelation(AppealHandling.OPINION_LAPSED)
                    .processInstanceBusinessKey(number)
                    .processInstanceVariableEquals(CANDIDATE_GROUP.name(), holding)
                    .correlate();
            return null;
        });
    }

    @Override
    public boolean handled(String number) {
        return authority.run(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKeyIn(AppealHandling.HANDLING.toArray(String[]::new))
                        .count()
                > 0);
    }
}
