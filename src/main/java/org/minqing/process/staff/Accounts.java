package org.minqing.process.staff;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.minqing.process.engine.DisplayName;
import org.springframework.stereotype.Component;

/** Writes users, groups and tenants, each only if it is missing. */
@Component
public class Accounts {

    /** Type of the groups that are posts. */
    static final String POST = "minqing";

    private final IdentityService identity;

    Accounts(IdentityService identity) {
        this.identity = identity;
    }

    /** Names by id. */
    Map<String, String> groups() {
        return identity.createGroupQuery().unlimitedList().stream()
                .collect(Collectors.toMap(Group::getId, group -> Objects.requireNonNullElse(group.getName(), "")));
    }

    void rename(String id, String name) {
        var group = identity.createGroupQuery().groupId(id).singleResult();
        group.setName(name);
        identity.saveGroup(group);
    }

    /** Those that the files made once, whether they name them still or not. */
    Set<String> postGroups() {
        return identity.createGroupQuery().groupType(POST).unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    Set<String> tenants() {
        return identity.createTenantQuery().unlimitedList().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
    }

    public Set<String> users() {
        return identity.createUserQuery().unlimitedList().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    void tenant(String id, String name) {
        var tenant = identity.newTenant(id);
        tenant.setName(name);
        identity.saveTenant(tenant);
    }

    /** @param tenant the locality that its members work for, or null */
    void group(String id, String name, String type, String tenant) {
        var group = identity.newGroup(id);
        group.setName(name);
        group.setType(type);
        identity.saveGroup(group);
        if (tenant != null) {
            identity.createTenantGroupMembership(tenant, id);
        }
    }

    public void user(String id, String name, String password, Collection<String> groups) {
        var user = identity.newUser(id);
        // Chinese names are one; the engine sorts and shows by the last name.
        user.setFirstName("");
        user.setLastName(name);
        user.setPassword(password);
        identity.saveUser(user);
        groups.forEach(group -> identity.createMembership(id, group));
    }

    /** The engine's own pages put what stands in two fields together as names are put together elsewhere. */
    public void joinNames() {
        identity.createUserQuery().unlimitedList().stream()
                .filter(user ->
                        user.getFirstName() != null && !user.getFirstName().isBlank())
                .forEach(user -> {
                    user.setLastName(DisplayName.of(user));
                    user.setFirstName("");
                    identity.saveUser(user);
                });
    }

    public boolean hasAdministrator() {
        return identity.createUserQuery().memberOfGroup("camunda-admin").count() > 0;
    }

    public void password(String id, String password) {
        var user = identity.createUserQuery().userId(id).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
    }
}
