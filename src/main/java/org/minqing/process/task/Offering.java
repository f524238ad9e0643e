package org.minqing.process.task;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.minqing.process.engine.OneCommand;
import org.springframework.stereotype.Component;

/**
 * Offers an open task to other posts. The caller holds the lock of the appeal and acts as the application, within one
 * command.
 */
@Component
public class Offering {

    private final AppealTaskService tasks;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final OneCommand command;

    Offering(
            AppealTaskService tasks,
            IdentityService identity,
            AuthorizationService authorizations,
            OneCommand command) {
        this.tasks = tasks;
        this.identity = identity;
        this.authorizations = authorizations;
        this.command = command;
    }

    /** Whoever holds it keeps it if one of them is his: he may stand at the door. */
    public void to(Task task, List<String> groups) {
        if (!Set.copyOf(groupsOf(task)).equals(Set.copyOf(groups))) {
            offer(task, groups, holder -> !holds(holder, groups));
        }
    }

    /** Nobody holds it any more, whoever he is. */
    public void anew(Task task, List<String> groups) {
        offer(task, groups, holder -> true);
    }

    public List<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    private void offer(Task task, List<String> groups, Predicate<String> loses) {
        // Whoever read it before is too late, even where the engine would see no difference.
        command.touch(task);
        var holder = task.getAssignee();
        if (holder != null && loses.test(holder)) {
            tasks.setAssignee(task.getId(), null);
            withdraw(task, right -> holder.equals(right.getUserId()));
        }
        var before = groupsOf(task);
        before.stream().filter(group -> !groups.contains(group)).forEach(group -> {
            tasks.deleteCandidateGroup(task.getId(), group);
            withdraw(task, right -> group.equals(right.getGroupId()));
        });
        groups.stream()
                .filter(group -> !before.contains(group))
                .forEach(group -> tasks.addCandidateGroup(task.getId(), group));
    }

    /** Gives it to whoever had the work before, if one of the posts that it is offered to is his. */
    public void keepWith(Task task, String person) {
        var groups = groupsOf(task);
        if (task.getAssignee() == null && holds(person, groups)) {
            tasks.setAssignee(task.getId(), person);
        }
    }

    private boolean holds(String person, List<String> groups) {
        return groups.stream()
                .anyMatch(group -> identity.createUserQuery()
                                .userId(person)
                                .memberOfGroup(group)
                                .count()
                        > 0);
    }

    /** The engine grants rights with a candidate and leaves them when it goes. */
    private void withdraw(Task task, Predicate<Authorization> whose) {
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId()).list().stream()
                .filter(whose)
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }
}
