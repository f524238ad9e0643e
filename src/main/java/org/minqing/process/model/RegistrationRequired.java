package org.minqing.process.model;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.minqing.plan.Plans;
import org.minqing.process.AppealHandling;
import org.minqing.process.PlannedWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets no process start without its registration. The model asks for the same, but whoever may start a process may tell
 * the engine to begin at any step and to skip the model's listeners; this one is the engine's own and is never skipped.
 */
@Component
public class RegistrationRequired extends AbstractBpmnParseListener {

    // Resolved late: they need the engine, which needs this listener.
    private final ObjectProvider<AppealHandlingTasks> tasks;
    private final ObjectProvider<ContactCheckTasks> checks;
    private final ObjectProvider<JudgementCorrectionTasks> corrections;
    private final ObjectProvider<Plans> plans;

    RegistrationRequired(
            ObjectProvider<AppealHandlingTasks> tasks,
            ObjectProvider<ContactCheckTasks> checks,
            ObjectProvider<JudgementCorrectionTasks> corrections,
            ObjectProvider<Plans> plans) {
        this.tasks = tasks;
        this.checks = checks;
        this.corrections = corrections;
        this.plans = plans;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (AppealHandling.PROCESS.equals(process.getKey())) {
            ExecutionListener start = execution -> tasks.getObject().requireRegistration(execution);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, start);
        } else if (AppealHandling.CONTACT_CHECK.equals(process.getKey())) {
            ExecutionListener start = execution -> checks.getObject().requireDoubt(execution);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, start);
        } else if (AppealHandling.JUDGEMENT_CORRECTION.equals(process.getKey())) {
            ExecutionListener start = execution -> corrections.getObject().requireQuestion(execution);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, start);
        } else if (PlannedWork.PROCESS.equals(process.getKey())) {
            ExecutionListener start = execution -> plans.getObject().require(execution.getProcessBusinessKey());
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, start);
        }
    }
}
