package org.minqing.process.task;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Subjects;
import org.minqing.problem.Refusal;
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

    private final AppealTaskService tasks;
    private final IdentityService identity;
    private final ApplicationAuthority authority;
    private final OneCommand command;
    private final Appeals appeals;
    private final Subjects subjects;
    private final ActingPost capacity;
    private final TaskForms forms;
    private final TaskActs acts;

    TaskGate(
            AppealTaskService tasks,
            IdentityService identity,
            ApplicationAuthority authority,
            OneCommand command,
            Appeals appeals,
            Subjects subjects,
            ActingPost capacity,
            TaskForms forms,
            TaskActs acts) {
        this.tasks = tasks;
        this.identity = identity;
        this.authority = authority;
        this.command = command;
        this.appeals = appeals;
        this.subjects = subjects;
        this.capacity = capacity;
        this.forms = forms;
        this.acts = acts;
    }

    /**
     * @throws Refusal                               if the task is not there for this person, or not his to complete
     * @throws org.minqing.problem.InvalidInput      naming each answer that does not fit the form
     */
    void complete(String taskId, Map<String, Object> answers) {
        command.run(() -> completeAtOnce(taskId, answers));
    }

    private void completeAtOnce(String taskId, Map<String, Object> answers) {
        var person = identity.getCurrentAuthentication();
        if (person == null) {
            throw new BadUserRequestException("请先登录。Sign in first.");
        }
        var task = visible(taskId);
        var appeal = appealOf(task);
        var schema = forms.ofTask(task.getTaskDefinitionKey());
        var accepted = FormValidator.validate(schema, answers, TaskForms.values(forms.choices(appeal)));
        var actor = new Actor(person.getUserId(), capacity.of(person.getGroupIds(), candidates(task)));
        hold(task, person.getUserId());
        acts.act(task.getTaskDefinitionKey(), appeal, actor, new Answers(schema, accepted))
                .ifPresent(facts -> tasks.proceed(taskId, facts));
    }

    /** @throws Refusal if the task is not there for the signed-in person, or somebody else holds it */
    void claim(String taskId) {
        hold(visible(taskId), identity.getCurrentAuthentication().getUserId());
    }

    /** @throws Refusal if the task is not there for the signed-in person, he does not hold it, or nobody else could take it */
    void release(String taskId) {
        var task = visible(taskId);
        var person = identity.getCurrentAuthentication().getUserId();
        if (!person.equals(task.getAssignee())) {
            throw Refusal.conflict("这项任务不在您手上。", "You do not hold this task.");
        }
        if (candidates(task).stream().noneMatch(link -> link.getGroupId() != null)) {
            throw Refusal.conflict("这项任务只能由您办理，不能放回。", "Nobody else could take this task.");
        }
        // The engine lets a handler work on a task and not assign it; that he holds it was seen to above.
        authority.run(() -> {
            tasks.setAssignee(taskId, null);
            return null;
        });
    }

    /** The appeal that a task is about, if the signed-in person may see the task. */
    Appeal appealOf(String taskId) {
        return appealOf(visible(taskId));
    }

    /** @throws Refusal if the task is not there for the signed-in person, or its appeal is about him */
    void requireVisible(String taskId) {
        visible(taskId);
    }

    private Appeal appealOf(Task task) {
        // A handler may see his task and not the whole instance.
        return appeals.get(command.businessKey(task.getProcessInstanceId()));
    }

    private Task visible(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null || isAboutHim(task)) {
            throw Refusal.notFound();
        }
        return task;
    }

    private boolean isAboutHim(Task task) {
        var person = identity.getCurrentAuthentication();
        return person != null && subjects.isAbout(command.businessKey(task.getProcessInstanceId()), person.getUserId());
    }

    /** Nobody completes what somebody else has taken; what nobody has taken yet is taken now. */
    private void hold(Task task, String person) {
        if (task.getAssignee() == null) {
            tasks.take(task.getId(), person);
        } else if (!task.getAssignee().equals(person)) {
            throw Refusal.conflict("这项任务已由他人认领。", "Somebody else holds this task.");
        }
    }

    private List<IdentityLink> candidates(Task task) {
        return authority.run(() -> tasks.getIdentityLinksForTask(task.getId()));
    }
}
