package org.minqing.process.task;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.minqing.appeal.Actor;
import org.minqing.claiming.Orders;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.duties.Duties;
import org.minqing.problem.Refusal;
import org.minqing.process.AppealHandling;
import org.minqing.process.duties.TaskDuties;
import org.minqing.process.engine.ActingPost;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.engine.OneCommand;
import org.minqing.process.forms.FormValidator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in which a task is completed: the person must hold it, the answers must fit the form, the application takes
 * what they mean, and only then the process goes on. One transaction.
 */
@Component
@Transactional
class TaskGate {

    private record Work(Task task, TaskSubject subject) {}

    private final AppealTaskService tasks;
    private final IdentityService identity;
    private final ApplicationAuthority authority;
    private final OneCommand command;
    private final SubjectsOfTasks subjects;
    private final ActingPost posts;
    private final TaskForms forms;
    private final TaskActs acts;
    private final GivenBack givenBack;
    private final Duties duties;
    private final Orders orders;
    private final OwnName ownName;

    TaskGate(
            AppealTaskService tasks,
            IdentityService identity,
            ApplicationAuthority authority,
            OneCommand command,
            SubjectsOfTasks subjects,
            ActingPost posts,
            TaskForms forms,
            TaskActs acts,
            GivenBack givenBack,
            Duties duties,
            Orders orders) {
        this.tasks = tasks;
        this.identity = identity;
        this.authority = authority;
        this.command = command;
        this.subjects = subjects;
        this.posts = posts;
        this.forms = forms;
        this.acts = acts;
        this.givenBack = givenBack;
        this.duties = duties;
        this.orders = orders;
        this.ownName = new OwnName(tasks);
    }

    /**
     * @throws Refusal                               if the task is not there for this person, or not his to complete
     * @throws org.minqing.problem.InvalidInput      naming each answer that does not fit the form
     */
    void complete(String taskId, Map<String, Object> answers) {
        subjects.hold(taskId, answers);
        command.run(() -> completeAtOnce(taskId, answers));
    }

    private void completeAtOnce(String taskId, Map<String, Object> answers) {
        var person = identity.getCurrentAuthentication();
        if (person == null) {
            throw new BadUserRequestException("请先登录。Sign in first.");
        }
        var work = visible(taskId);
        var task = work.task();
        var subject = work.subject();
        requireDuty(task, person.getUserId());
        var schema = forms.ofTask(task.getTaskDefinitionKey());
        var accepted = FormValidator.validate(schema, answers, TaskForms.values(choices(task, subject)));
        var actor = new Actor(person.getUserId(), posts.of(person.getGroupIds(), candidates(task)));
        if ("returned".equals(accepted.get("action"))) {
            givenBack.add(taskId);
        }
        hold(task, person.getUserId());
        var completion =
                new Completion(subject.number(), task.getProcessInstanceId(), actor, new Answers(schema, accepted));
        acts.of(task.getTaskDefinitionKey()).act(completion);
        if (completion.goesOn()) {
            tasks.proceed(taskId, completion.facts());
        }
    }

    /** @throws Refusal if the task is not there for the signed-in person, the name is not his, or somebody else holds it */
    void claim(String taskId, String inWhoseName) {
        subjects.hold(taskId, Map.of());
        var task = visible(taskId).task();
        ownName.require(inWhoseName);
        hold(task, inWhoseName);
    }

    /** @throws Refusal if the task is not there for the signed-in person, he does not hold it, or nobody else could take it */
    void release(String taskId) {
        subjects.hold(taskId, Map.of());
        var task = visible(taskId).task();
        var person = identity.getCurrentAuthentication().getUserId();
        if (!person.equals(task.getAssignee())) {
            throw Refusal.conflict("这项任务不在您手上。", "You do not hold this task.");
        }
        if (candidates(task).stream().noneMatch(link -> link.getGroupId() != null)) {
            throw Refusal.conflict("这项任务只能由您办理，不能放回。", "Nobody else could take this task.");
        }
        if (AppealHandling.HANDLING.contains(task.getTaskDefinitionKey())) {
            orders.requireNotClaimed(command.businessKey(task.getProcessInstanceId()), person);
        }
        // The engine lets a handler work on a task and not assign it; that he holds it was seen to above.
        authority.run(() -> {
            tasks.setAssignee(taskId, null);
            return null;
        });
    }

    /** What the form of a task shows: the card of what it is about, and the lists to pick from, each by its name. */
    Map<String, Object> shown(String taskId) {
        var work = visible(taskId);
        var kind = subjects.kind(work.task());
        var shown = new LinkedHashMap<String, Object>();
        shown.put(kind.cardName(), kind.card(work.subject()));
        shown.putAll(choices(work.task(), work.subject()));
        var act = acts.of(work.task().getTaskDefinitionKey());
        shown.putAll(act.shown(work.subject()));
        act.proposed(work.subject()).forEach((field, proposed) -> {
            shown.put(field, proposed.value());
            shown.put("proposed", Map.of("text", proposed.why()));
        });
        return shown;
    }

    /** Answers to {@code action} that the form of a task does not offer to the signed-in person. */
    Set<String> withheld(String taskId) {
        var work = visible(taskId);
        var number = work.subject().number();
        return subjects.kind(work.task())
                .withheld(Set.of(number), identity.getCurrentAuthentication().getGroupIds())
                .getOrDefault(number, Set.of());
    }

    private Map<String, List<TaskForms.Choice>> choices(Task task, TaskSubject subject) {
        var choices = new HashMap<>(forms.choices(subject));
        choices.putAll(acts.of(task.getTaskDefinitionKey()).choices(subject));
        return choices;
    }

    /** @throws Refusal if the task is not there for the signed-in person, or he may not know of what it is about */
    void requireVisible(String taskId) {
        visible(taskId);
    }

    private Work visible(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        var person = identity.getCurrentAuthentication();
        if (task == null || person == null) {
            throw Refusal.notFound();
        }
        return new Work(task, subjects.of(person.getUserId(), task).orElseThrow(Refusal::notFound));
    }

    /** @throws Refusal if this person did something in the appeal that excludes doing this task */
    void requireDuty(String taskId, String person) {
        Optional.ofNullable(authority.run(
                        () -> tasks.createTaskQuery().taskId(taskId).singleResult()))
                .ifPresent(task -> requireDuty(task, person));
    }

    /** Whoever took it before he did what excludes him is too late, too. */
    private void requireDuty(Task task, String person) {
        TaskDuties.of(task.getTaskDefinitionKey())
                .ifPresent(duty -> duties.require(command.businessKey(task.getProcessInstanceId()), person, duty));
    }

    /** Nobody completes what somebody else has taken; what nobody has taken yet is taken now. */
    private void hold(Task task, String person) {
        if (task.getAssignee() == null) {
            tasks.take(task.getId(), person);
        } else if (!task.getAssignee().equals(person)) {
            throw Refusal.held();
        }
    }

    private List<IdentityLink> candidates(Task task) {
        return authority.run(() -> tasks.getIdentityLinksForTask(task.getId()));
    }
}
