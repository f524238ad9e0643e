package org.minqing.process.staff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * Keeps book of the engine's rights while a node starts: what was granted before stays, is put right or, if nobody grants it
 * in this start, is taken back. Which rights these are is said in {@link EngineRights}.
 */
@Component
class GrantedRights {

    private final AuthorizationService authorizations;
    private final Map<String, AuthorizationEntity> there = new HashMap<>();
    private final Set<String> due = new HashSet<>();

    GrantedRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Begins the book: reads what there is, and nothing is due yet. */
    void begin() {
        due.clear();
        there.clear();
        read().forEach(right -> there.put(key(right), right));
    }

    void toEverybody(Resource resource, String id, Permission... permissions) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        authorization.setUserId(Authorization.ANY);
        save(authorization, resource, id, permissions);
    }

    void toGroup(String group, Resource resource, String id, Permission... permissions) {
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

    /**
     * Takes back what was granted once and is no longer: to one of these groups, or to everybody. Called when all that is
     * due has been granted.
     */
    void withdrawTheRest(Set<String> groups) {
        read().stream()
                .filter(right -> !due.contains(key(right)))
                .filter(right -> right.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL
                        || (right.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                                && groups.contains(right.getGroupId())
                                && !isTheEngines(right)))
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
    }

    /** With a group and with its tenant the engine lets the group read the name of each. */
    private static boolean isTheEngines(AuthorizationEntity right) {
        return (right.getResourceType() == Resources.GROUP.resourceType()
                        || right.getResourceType() == Resources.TENANT.resourceType())
                && right.getPermissions() == Permissions.READ.getValue();
    }

    /** All but those on single tasks: they are the engine's, and there may be a million of them. */
    private List<AuthorizationEntity> read() {
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

    private static String key(Authorization a) {
        return a.getAuthorizationType() + "/" + a.getUserId() + "/" + a.getGroupId() + "/" + a.getResourceType() + "/"
                + a.getResourceId();
    }
}
