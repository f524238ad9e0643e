package org.minqing.process.staff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Role;
import org.minqing.process.AppealHandling;
import org.springframework.stereotype.Component;

/**
 * The engine's own rights. A task is readable by its candidates, because the engine grants that when the task appears;
 * beyond it there is only what stands here.
 */
@Component
public class EngineRights {

    private final AuthorizationService authorizations;
    private final Set<String> known = new HashSet<>();

    EngineRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Everybody who signs in may open Tasklist and see the picture of the process. */
    void everybody() {
        authorizations.createAuthorizationQuery().unlimitedList().forEach(a -> known.add(key(a)));
        global(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        global(Resources.PROCESS_DEFINITION, AppealHandling.PROCESS, Permissions.READ);
        global(Resources.PROCESS_DEFINITION, AppealHandling.CONTACT_CHECK, Permissions.READ);
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
        if (known.add(key(authorization))) {
            authorizations.saveAuthorization(authorization);
        }
    }

    private static String key(Authorization a) {
        return a.getAuthorizationType() + "/" + a.getGroupId() + "/" + a.getResourceType() + "/" + a.getResourceId();
    }
}
