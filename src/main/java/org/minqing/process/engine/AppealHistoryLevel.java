package org.minqing.process.engine;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The full history without the detail of variables and forms: those hold what passes through, and what passes through
 * may name a resident. Nor who could have taken a task: who took it stands in the task and on the timeline. Decisions,
 * tasks, activities, jobs and what operators did are all kept.
 */
public class AppealHistoryLevel extends AbstractHistoryLevel {

    public static final String NAME = "minqing";

    private static final Set<HistoryEventTypes> LEFT_OUT =
            EnumSet.of(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryEventTypes.FORM_PROPERTY_UPDATE);

    @Override
    public int getId() {
        return 91;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        return !LEFT_OUT.contains(eventType);
    }
}
