package org.minqing.process.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.minqing.desk.course.Course;
import org.minqing.desk.course.Course.Cell;
import org.minqing.desk.course.Courses;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/**
 * Courses out of the engine's history. Every look goes by business key or by process instance, for which the engine has
 * indexes, so that a million ended appeals cost a reader nothing.
 */
@Component
class EngineCourses implements Courses {

    private static final String SEVERAL = ActivityTypes.MULTI_INSTANCE_BODY;

    private final HistoryService history;
    private final CourseModels models;
    private final ApplicationAuthority authority;

    EngineCourses(HistoryService history, CourseModels models, ApplicationAuthority authority) {
        this.history = history;
        this.models = models;
        this.authority = authority;
    }

    @Override
    public Optional<Course> of(String number) {
        // What the level above set aside is handled anew, in a course of its own: the latest is the one that counts.
        return authority.run(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(AppealHandling.PROCESS)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(this::course));
    }

    private Course course(HistoricProcessInstance instance) {
        var model = models.process(instance.getProcessDefinitionId());
        // Many steps begin in the same millisecond; within one path the engine counts them.
        var visits = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        var steps = steps(visits, model, holders(instance.getId()));
        return new Course(
                model.key(),
                model.version(),
                model.xml(),
                instance.getStartTime().toInstant(),
                instant(instance.getEndTime()),
                instance.getDurationInMillis(),
                steps,
                TakenPath.of(
                        model.flows(), visits.stream().map(EngineCourses::visit).toList()),
                decisions(instance.getId(), steps.stream().map(Course.Step::id).toList()));
    }

    /**
     * Who held the task of a visit last, by visit. Not from the history of the steps, which misses whoever takes and
     * completes a task in one go.
     */
    private Map<String, String> holders(String instance) {
        return history.createHistoricTaskInstanceQuery().processInstanceId(instance).list().stream()
                .filter(t -> t.getAssignee() != null)
                .collect(Collectors.toMap(
                        HistoricTaskInstance::getActivityInstanceId, HistoricTaskInstance::getAssignee));
    }

    private static List<Course.Step> steps(
            List<HistoricActivityInstance> visits, CourseModel model, Map<String, String> holders) {
        var counts = new HashMap<String, Integer>();
        return visits.stream()
                // Around a step that several take at once the engine notes one of its own.
                .filter(v -> !v.getActivityType().equals(SEVERAL))
                .map(v -> new Course.Step(
                        v.getId(),
                        v.getActivityId(),
                        counts.merge(v.getActivityId(), 1, Integer::sum),
                        v.getActivityName() == null ? v.getActivityId() : v.getActivityName(),
                        v.getActivityType(),
                        !model.aside().contains(v.getActivityId()),
                        v.getStartTime().toInstant(),
                        instant(v.getEndTime()),
                        v.getDurationInMillis(),
                        state(v),
                        holders.get(v.getId())))
                .toList();
    }

    private static Course.State state(HistoricActivityInstance v) {
        if (v.getEndTime() == null) {
            return Course.State.RUNNING;
        }
        return v.isCanceled() ? Course.State.CANCELLED : Course.State.COMPLETED;
    }

    private static TakenPath.Visit visit(HistoricActivityInstance v) {
        return new TakenPath.Visit(
                v.getId(),
                v.getActivityId().replace("#" + SEVERAL, ""),
                v.getParentActivityInstanceId(),
                v.getStartTime().getTime(),
                v.getEndTime() == null || v.isCanceled() ? null : v.getEndTime().getTime());
    }

    /** In the order of the steps that asked: several decisions are made in one millisecond. */
    private List<Course.Decision> decisions(String instance, List<String> steps) {
        return history
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(instance)
                .includeInputs()
                .includeOutputs()
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .map(this::decision)
                .sorted(Comparator.comparing(d -> steps.indexOf(d.step())))
                .toList();
    }

    private Course.Decision decision(HistoricDecisionInstance d) {
        var table = models.table(d.getDecisionDefinitionId());
        return new Course.Decision(
                d.getActivityInstanceId(),
                d.getDecisionDefinitionKey(),
                d.getDecisionDefinitionName(),
                table.version(),
                d.getEvaluationTime().toInstant(),
                d.getInputs().stream()
                        .map(i -> new Cell(
                                table.variables().getOrDefault(i.getClauseId(), i.getClauseId()),
                                i.getClauseName(),
                                i.getValue()))
                        .toList(),
                d.getOutputs().stream()
                        .map(o -> new Cell(o.getVariableName(), o.getClauseName(), o.getValue()))
                        .toList(),
                d.getOutputs().stream()
                        .map(HistoricDecisionOutputInstance::getRuleId)
                        .distinct()
                        .map(table::rule)
                        .toList());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
