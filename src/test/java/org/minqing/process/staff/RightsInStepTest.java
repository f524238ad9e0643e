package org.minqing.process.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minqing.process.AppealHandling;
import org.minqing.process.lists.ReadyFilter;
import org.minqing.process.lists.ReadyFilters;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** At each start the engine's rights are those of the files: what the files no longer give is taken back. */
@MinqingTest
@ExtendWith(OutputCaptureExtension.class)
class RightsInStepTest extends AppealRules {

    private static final String GRID = "ganshui-erju-01-grid-worker";
    private static final String LEADER = "ganshui-township-leader";
    private static final String GONE = "ganshui-closed-office-justice";
    private static final String OWN = "auditors-from-the-county";
    private static final String PERSON = "ganshui-of-two-posts";
    private static final String PASSWORD = "only-for-this-test";

    @Autowired
    OrganisationInStep organisation;

    @Autowired
    ReadyFilters filters;

    @Autowired
    Accounts accounts;

    private Set<String> before;

    @BeforeEach
    void inStep() {
        start();
        before = rights();
    }

    @AfterEach
    void asItWas() {
        engine.getIdentityService().deleteUser(PERSON);
        List.of(GONE, OWN).forEach(engine.getIdentityService()::deleteGroup);
        engine.getAuthorizationService().createAuthorizationQuery().list().stream()
                .filter(right -> OWN.equals(right.getGroupId()) || PERSON.equals(right.getUserId()))
                .forEach(right -> engine.getAuthorizationService().deleteAuthorization(right.getId()));
        start();
    }

    /** As a node does it when it starts. */
    private void start() {
        organisation.sync();
        filters.create();
        organisation.withdrawTheRest();
    }

    @Test
    void whatAnotherRoleOnceGaveIsTakenBack() {
        granted(GRID, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        granted(GRID, Resources.PROCESS_DEFINITION, AppealHandling.PROCESS, ProcessDefinitionPermissions.READ_INSTANCE);
        granted(GRID, Resources.FILTER, list(ReadyFilter.SUPERVISE), Permissions.READ);
        start();
        assertThat(rights()).isEqualTo(before);
    }

    @Test
    void aRightThatSaysMoreOrLessThanItShouldIsPutRight() {
        var wide = right(LEADER, Resources.PROCESS_DEFINITION, AppealHandling.PROCESS);
        wide.addPermission(ProcessDefinitionPermissions.DELETE_INSTANCE);
        engine.getAuthorizationService().saveAuthorization(wide);
        var narrow = right(LEADER, Resources.DECISION_DEFINITION, Authorization.ANY);
        narrow.removePermission(Permissions.READ_HISTORY);
        engine.getAuthorizationService().saveAuthorization(narrow);
        assertThat(rights()).isNotEqualTo(before);
        start();
        assertThat(rights()).isEqualTo(before);
    }

    @Test
    void whatEverybodyMayDoIsWhatStandsHere() {
        var right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        right.setUserId(Authorization.ANY);
        saved(right, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        start();
        assertThat(rights()).isEqualTo(before);
    }

    @Test
    void administratorsHaveNoRightToAccountsAndLoseWhatTheyOnceHad() {
        granted(Groups.CAMUNDA_ADMIN, Resources.USER, Authorization.ANY, Permissions.ALL);
        granted(Groups.CAMUNDA_ADMIN, Resources.APPLICATION, Authorization.ANY, Permissions.ALL);
        assertThat(rights()).isNotEqualTo(before);
        start();
        assertThat(rights()).isEqualTo(before);
        var identity = engine.getIdentityService();
        identity.setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
        try {
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> identity.saveUser(identity.newUser(PERSON)),
                    () -> identity.createMembership("ganshui-grid-01", LEADER),
                    () -> identity.deleteUser("ganshui-grid-01"),
                    () -> identity.createMembership("ganshui-grid-01", Groups.CAMUNDA_ADMIN))) {
                assertThatThrownBy(act).isInstanceOf(AuthorizationException.class);
            }
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void whatAnAdministratorGaveToPersonsAndToGroupsOfHisOwnStays() {
        accounts.group(OWN, "县里的审计组", "own", null);
        granted(OWN, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        accounts.user(PERSON, "两岗", PASSWORD, List.of(GRID));
        var right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(PERSON);
        saved(right, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        var withThem = rights();
        start();
        assertThat(rights()).isEqualTo(withThem).isNotEqualTo(before);
    }

    @Test
    void aPostThatNoFileNamesLosesEveryRightAndItsOpenTasksAreToldOf(CapturedOutput output) {
        accounts.group(GONE, "撤掉的司法岗", "minqing", "ganshui");
        accounts.user(PERSON, "两岗", PASSWORD, List.of(GONE, "ganshui-sanju-01-grid-worker"));
        granted(GONE, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        granted(GONE, Resources.FILTER, list(ReadyFilter.HANDLE), Permissions.READ);
        var appeal = anAppeal().submitted();
        var task = appeal.task(AppealHandling.RESPOND).getId();
        engine.getTaskService().addCandidateGroup(task, GONE);
        assertThat(of(GONE))
                .extracting(Authorization::getResourceType)
                .contains(
                        Resources.APPLICATION.resourceType(),
                        Resources.FILTER.resourceType(),
                        Resources.TASK.resourceType());

        start();

        assertThat(of(GONE))
                .extracting(Authorization::getResourceType)
                .as("it may still read its own name")
                .containsOnly(Resources.GROUP.resourceType(), Resources.TENANT.resourceType());
        assertThat(output).containsPattern("WARN.*" + GONE + ".* 1 open task");
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .memberOfGroup(GONE)
                        .count())
                .as("an administrator cleans up, or the post comes back")
                .isEqualTo(1);
        var person = api.as(PERSON, PASSWORD);
        assertThat(person.hasTask("respondAppeal", appeal.number())).isFalse();
        assertThat(person.post("/api/tasks/" + task + "/claim", "{}").status()).isEqualTo(404);
        appeal.withdrawn();
    }

    @Test
    void aPostThatComesBackIsGivenItsOpenTasksAgain() {
        var appeal = anAppeal().submitted();
        var task = appeal.task(AppealHandling.RESPOND).getId();
        var right = right(GRID, Resources.TASK, task);
        var had = told(right);
        engine.getAuthorizationService().deleteAuthorization(right.getId());
        assertThat(appeal.tries("grid-01", "respondAppeal", "{}").status()).isEqualTo(404);
        start();
        assertThat(told(right(GRID, Resources.TASK, task))).isEqualTo(had);
        appeal.respondedBy("grid-01").withdrawn();
    }

    private void granted(String group, Resource resource, String id, Permission permission) {
        var right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(group);
        saved(right, resource, id, permission);
    }

    private void saved(Authorization right, Resource resource, String id, Permission permission) {
        right.setResource(resource);
        right.setResourceId(id);
        right.addPermission(permission);
        engine.getAuthorizationService().saveAuthorization(right);
    }

    private Authorization right(String group, Resource resource, String id) {
        return engine.getAuthorizationService()
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
    }

    private List<Authorization> of(String group) {
        return engine.getAuthorizationService()
                .createAuthorizationQuery()
                .groupIdIn(group)
                .list();
    }

    private String list(ReadyFilter filter) {
        return engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(filter.title())
                .singleResult()
                .getId();
    }

    /** All but those on tasks, which come and go with the work. */
    private Set<String> rights() {
        return engine.getAuthorizationService().createAuthorizationQuery().unlimitedList().stream()
                .filter(right -> right.getResourceType() != Resources.TASK.resourceType())
                .map(RightsInStepTest::told)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String told(Authorization right) {
        return right.getAuthorizationType() + " " + right.getUserId() + " " + right.getGroupId() + " "
                + right.getResourceType() + " " + right.getResourceId() + " "
                + ((AuthorizationEntity) right).getPermissions();
    }
}
