package org.minqing.process.staff;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NullValueException;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Role;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.process.PlannedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The engine's own rights. A task is readable by its candidates, because the engine grants that when the task appears;
 * beyond it our groups, and everybody together, have what stands here and nothing else. What an administrator grants to
 * single persons or to groups of his own is not ours to touch.
 */
@Component
public class EngineRights {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRights.class);

    /** What the program itself looks after. */
    private static final Set<Resource> OF_THE_PROGRAM = Set.of(
            Resources.APPLICATION,
            Resources.USER,
            Resources.GROUP,
            Resources.GROUP_MEMBERSHIP,
            Resources.TENANT,
            Resources.TENANT_MEMBERSHIP,
            Resources.AUTHORIZATION);

    /** All that appeals go through. */
    private static final List<String> PROCESSES = List.of(
            AppealHandling.PROCESS,
            AppealHandling.CONTACT_CHECK,
            AppealHandling.JUDGEMENT_CORRECTION,
            AppealHandling.JOINT_HANDLING,
            AppealReview.PROCESS,
            AppealHandling.ORDER_CLAIMING,
            PlannedWork.PROCESS);

    private final AuthorizationService authorizations;
    private final GrantedRights granted;

    EngineRights(AuthorizationService authorizations, GrantedRights granted) {
        this.authorizations = authorizations;
        this.granted = granted;
    }

    /** Everybody who signs in may open Tasklist and see the picture of the process. */
    void everybody() {
        granted.toEverybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        PROCESSES.forEach(process -> granted.toEverybody(Resources.PROCESS_DEFINITION, process, Permissions.READ));
    }

    /** What the engine grants when it offers a task to a group, if the group has lost it. */
    void task(String taskId, String group) {
        var lost = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(Resources.TASK)
                        .resourceId(taskId)
                        .count()
                == 0;
        if (lost) {
            granted.toGroup(group, Resources.TASK, taskId, Permissions.READ, Permissions.TASK_WORK);
        }
    }

    public void filter(String filterId, String group) {
        granted.toGroup(group, Resources.FILTER, filterId, Permissions.READ);
    }

    void of(Holding holding) {
        var role = holding.post().role();
        if (role == Role.SUPERVISOR) {
            granted.toGroup(holding.group(), Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            for (var process : PROCESSES) {
                granted.toGroup(
                        holding.group(),
                        Resources.PROCESS_DEFINITION,
                        process,
                        Permissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY);
            }
            granted.toGroup(
                    holding.group(),
                    Resources.DECISION_DEFINITION,
                    Authorization.ANY,
                    Permissions.READ,
                    Permissions.READ_HISTORY);
        }
        if (role == Role.REGISTRAR) {
            granted.toGroup(
                    holding.group(),
                    Resources.PROCESS_DEFINITION,
                    AppealHandling.PROCESS,
                    Permissions.READ,
                    Permissions.CREATE_INSTANCE);
            granted.toGroup(holding.group(), Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        }
    }

    /** What a group that is gone still may do with open tasks. */
    void withdrawTasks(String group) {
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.TASK)
                .unlimitedList()
                .forEach(right -> withdrawTask(right.getId()));
    }

    private void withdrawTask(String id) {
        try {
            authorizations.deleteAuthorization(id);
        } catch (NullValueException | OptimisticLockingException completed) {
            // On another node somebody completed the task just now, and its rights went with it.
            LOG.debug("The right {} is gone already", id);
        }
    }

    /** Reading the engine, and running again what failed. Accounts and rights are not changed through the engine's doors. */
    void administrators(String group) {
        granted.toGroup(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        for (Resource resource : Resources.values()) {
            if (!OF_THE_PROGRAM.contains(resource)) {
                granted.toGroup(group, resource, Authorization.ANY, Permissions.ALL);
            }
        }
    }
}
