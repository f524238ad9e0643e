package org.minqing.process.review;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.minqing.process.AppealReview;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** No review begins past the application: the model's own listener may be skipped, this one is the engine's. */
@Component
public class ReviewRequested extends AbstractBpmnParseListener {

    // Resolved late: it needs the engine, which needs this listener.
    private final ObjectProvider<AppealReviewTasks> tasks;

    ReviewRequested(ObjectProvider<AppealReviewTasks> tasks) {
        this.tasks = tasks;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (AppealReview.PROCESS.equals(process.getKey())) {
            ExecutionListener start = execution -> tasks.getObject().requireRequest(execution);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, start);
        }
    }
}
