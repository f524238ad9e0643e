package org.minqing.process.start;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.minqing.duties.Duty;
import org.minqing.duties.Exclusion;
import org.minqing.duties.SeparationTable;
import org.minqing.duties.Within;
import org.minqing.process.decisions.ModelFile;
import org.minqing.process.duties.TaskDuties;
import org.minqing.process.task.TaskSubjects;
import org.springframework.stereotype.Component;

/** A user task about an appeal that has no duty, or a duty whose traces a rule looks for in vain, stops the start. */
@Component
class DutiesOfModels {

    /** Under which name forms show an appeal. */
    private static final String APPEAL = "appeal";

    /** @throws IllegalStateException naming the task or the duty */
    DutiesOfModels(List<TaskSubjects> kinds, SeparationTable table) {
        var processes = kinds.stream()
                .filter(kind -> kind.cardName().equals(APPEAL))
                .flatMap(kind -> kind.processes().stream())
                .toList();
        var done = ModelFile.onClassPath().stream()
                .filter(file -> file.name().endsWith(".bpmn"))
                .flatMap(file -> tasks(file, processes))
                .map(DutiesOfModels::duty)
                .distinct()
                .toList();
        table.exclusions().forEach(row -> check(row, done));
    }

    static Stream<String> tasks(ModelFile file, List<String> processes) {
        var model = Bpmn.readModelFromStream(file.open());
        return model.getModelElementsByType(Process.class).stream().anyMatch(p -> processes.contains(p.getId()))
                ? model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId)
                : Stream.empty();
    }

    static Duty duty(String task) {
        return TaskDuties.of(task)
                .orElseThrow(() -> new IllegalStateException(
                        "The user task " + task + " is no duty: nobody could tell who may do it. See TaskDuties."));
    }

    /** A rule about the past needs a trace of it; what nobody does yet leaves none. */
    static void check(Exclusion row, List<Duty> done) {
        if (row.within() == Within.NOW || row.within() == Within.REQUEST) {
            return;
        }
        row.after().stream()
                .filter(duty -> done.contains(duty) && !duty.recorded())
                .findFirst()
                .ifPresent(duty -> {
                    throw new IllegalStateException(
                            "separation.yml: " + row.duty().code() + " after " + duty.code()
                                    + ": no event of the timeline tells who did it. See Duty.");
                });
    }
}
