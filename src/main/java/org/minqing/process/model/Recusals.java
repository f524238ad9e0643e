package org.minqing.process.model;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.minqing.appeal.Subjects;
import org.minqing.appeal.Timeline;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.StandIns;
import org.minqing.problem.Refusal;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.stereotype.Component;

/** Who may not supervise an appeal or decide about it (回避): whom it is about, and whoever has it. */
@Component
class Recusals {

    private final Subjects subjects;
    private final Timeline timeline;
    private final Holdings holdings;
    private final StandIns standIns;
    private final TaskService tasks;
    private final ApplicationAuthority authority;

    Recusals(
            Subjects subjects,
            Timeline timeline,
            Holdings holdings,
            StandIns standIns,
            TaskService tasks,
            ApplicationAuthority authority) {
        this.subjects = subjects;
        this.timeline = timeline;
        this.holdings = holdings;
        this.standIns = standIns;
        this.tasks = tasks;
        this.authority = authority;
    }

    /** User ids. While nobody has the appeal, as after its result, everybody who handled it. */
    Set<String> of(String number) {
        var open = authority.run(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKeyIn(AppealHandling.WORK.toArray(String[]::new))
                .list());
        var have = open.isEmpty()
                ? timeline.handlersOf(number).stream()
                : open.stream().flatMap(this::have);
        return Stream.concat(subjects.of(number).stream(), have).collect(Collectors.toUnmodifiableSet());
    }

    /** User ids of those and of everybody who ever handled it. */
    Set<String> ever(String number) {
        return Stream.concat(of(number).stream(), timeline.handlersOf(number).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Refusal if this person is one of them */
    void require(String number, String person) {
        if (of(number).contains(person)) {
            throw Refusal.conflict(
                    "这件诉求在您手上或由您办过，督办和审批由他人负责。",
                    "Whoever has or had an appeal neither supervises it nor decides about it.");
        }
    }

    /** Whoever took it; before that all people of the post, if it lies with one and not with whoever of several comes first. */
    private Stream<String> have(Task task) {
        if (task.getAssignee() != null) {
            return Stream.of(task.getAssignee());
        }
        var offered = new ArrayList<String>();
        authority.run(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .forEach(offered::add);
        return offered.size() == 1
                ? holdings.of(offered).stream().flatMap(h -> standIns.holders(h).stream())
                : Stream.of();
    }
}
