package org.minqing.process.staff;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Open tasks of posts that go and come back. A post that no file names loses them, and keeps its members in the engine: a
 * slip in a file must not scatter them. Once it is named again, its tasks are its own again.
 */
@Component
class TasksOfPosts {

    private static final Logger LOG = LoggerFactory.getLogger(TasksOfPosts.class);

    /** Offered to a group that has no right to them. */
    private static final String WITHOUT_RIGHT = """
            select distinct t.* from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
            where l.type_ = 'candidate' and l.group_id_ is not null and not exists (
              select 1 from act_ru_authorization a
              where a.resource_type_ = 7 and a.resource_id_ = l.task_id_ and a.group_id_ = l.group_id_)""";

    private final TaskService tasks;
    private final EngineRights rights;

    TasksOfPosts(TaskService tasks, EngineRights rights) {
        this.tasks = tasks;
        this.rights = rights;
    }

    /**
     * @param named the groups of all posts that there are
     * @param all   those and the groups of posts that there were
     */
    void inStep(Set<String> named, Set<String> all) {
        tasks.createNativeTaskQuery().sql(WITHOUT_RIGHT).list().forEach(task -> offerAgain(task, named));
        var gone = new TreeSet<>(all);
        gone.removeAll(named);
        gone.forEach(this::tell);
    }

    /** Past the task itself: somebody may be completing it on another node. */
    private void offerAgain(Task task, Set<String> named) {
        candidates(task.getId()).filter(named::contains).forEach(group -> rights.task(task.getId(), group));
    }

    private Stream<String> candidates(String task) {
        try {
            return tasks.getIdentityLinksForTask(task).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull);
        } catch (NullValueException completed) {
            return Stream.empty();
        }
    }

    private void tell(String group) {
        rights.withdrawTasks(group);
        var open = tasks.createTaskQuery()
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                .count();
        LOG.warn(
                "文件里不再有岗位组 {}，它的权限已收回，还有 {} 件任务没有办完。"
                        + "No organisation.yml names the group {} any more: it has lost its rights, and {} open tasks lie with it.",
                group,
                open,
                group,
                open);
    }
}
