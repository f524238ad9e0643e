package org.minqing.process.staff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Role;
import org.minqing.process.AppealHandling;
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

    private final AuthorizationService authorizations;
    private final Map<String, AuthorizationEntity> there = new HashMap<>();
    private final Set<String> due = new HashSet<>();

    EngineRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Everybody who signs in may open Tasklist and see the picture of the process. */
    void everybody() {
        due.clear();
        there.clear();
        granted().forEach(right -> there.put(key(right), right));
        global(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        global(Resources.PROCESS_DEFINITION, AppealHandling.PROCESS, Permissions.READ);
        global(Resources.PROCESS_DEFINITION, AppealHandling.CONTACT_CHECK, Permissions.READ);
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
            grant(group, Resources.TASK, taskId, Permissions.READ, Permissions.TASK_WORK);
        }
    }

    public void filter(String filterId, String group) {
        grant(group, Resources.FILTER, filterId, Permissions.READ);
    }

    void of(Holding holding) {
        var role = holding.post().role();
        if (role == Role.SUPERVISOR) {
            grant(holding.group(), Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            for (var process : List.of(AppealHandling.PROCESS, AppealHandling.CONTACT_CHECK)) {
                grant(
                        holding.group(),
                        Resources.PROCESS_DEFINITION,
                        process,
                        Permissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY);
            }
            grant(
                    holding.group(),
                    Resources.DECISION_DEFINITION,
                    Authorization.ANY,
                    Permissions.READ,
                    Permissions.READ_HISTORY);
        }
        if (role == Role.REGISTRAR) {
            grant(
                    holding.group(),
                    Resources.PROCESS_DEFINITION,
                    AppealHandling.PROCESS,
                    Permissions.READ,
                    Permissions.CREATE_INSTANCE);
            grant(holding.group(), Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        }
    }

    /**
     * Takes back what was granted once and is no longer: to one of these groups, or to everybody. Called when all that is
     * due has been granted.
     */
    void withdrawTheRest(Set<String> groups) {
        granted().stream()
                .filter(right -> !due.contains(key(right)))
                .filter(right -> right.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL
                        || (right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                                && groups.contains(right.getGroupId())
                                && !isTheEngines(right)))
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
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

    /** With a group and with its tenant the engine lets the group read the name of each. */
    private static boolean isTheEngines(AuthorizationEntity right) {
        return (right.getResourceType() == Resources.GROUP.resourceType()
                        || right.getResourceType() == Resources.TENANT.resourceType())
                && right.getPermissions() == Permissions.READ.getValue();
    }

    /** All but those on single tasks: they are the engine's, and there may be a million of them. */
    private List<AuthorizationEntity> granted() {
        var ofTasks = authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(Authorization.ANY);
        var others = Stream.of(Resources.values())
                .filter(resource -> resource != Resources.TASK)
                .map(resource -> authorizations.createAuthorizationQuery().resourceType(resource));
        return Stream.concat(Stream.of(ofTasks), others)
                .flatMap(query -> query.unlimitedList().stream())
                .map(AuthorizationEntity.class::cast)
                .toList();
    }

    /** What the engine's web applications let an administrator do: accounts and rights, and reading the engine. */
    void administrators(String group) {
        for (Resource resource : Resources.values()) {
            grant(group, resource, Authorization.ANY, Permissions.ALL);
        }
    }

    private void global(Resource resource, String id, Permission... permissions) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        authorization.setUserId(Authorization.ANY);
        save(authorization, resource, id, permissions);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        save(authorization, resource, id, permissions);
    }

    private void save(Authorization authorization, Resource resource, String id, Permission... permissions) {
        authorization.setResource(resource);
        authorization.setResourceId(id);
        for (var permission : permissions) {
            authorization.addPermission(permission);
        }
        var key = key(authorization);
        due.add(key);
        var found = there.putIfAbsent(key, (AuthorizationEntity) authorization);
        if (found == null) {
            authorizations.saveAuthorization(authorization);
        } else if (found.getPermissions() != ((AuthorizationEntity) authorization).getPermissions()) {
            found.setPermissions(((AuthorizationEntity) authorization).getPermissions());
            authorizations.saveAuthorization(found);
        }
    }

    private static String key(Authorization a) {
        return a.getAuthorizationType() + "/" + a.getUserId() + "/" + a.getGroupId() + "/" + a.getResourceType() + "/"
                + a.getResourceId();
    }
}
