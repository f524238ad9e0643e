package org.minqing.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters come with the application; people use them, and nobody stores an expression. */
class TaskFilterTest {

    private static final String TOUCH = "${probe.touch()}";

    private final ProcessEngine engine = TestEngines.guarded();
    private final FilterService filters = engine.getFilterService();

    /** Tests of the whole application move the engine's clock, which is one for the whole JVM. */
    @BeforeEach
    void theTimeOfDay() {
        ClockUtil.reset();
    }

    @BeforeEach
    void forget() {
        Probe.forget();
        engine.getIdentityService().clearAuthentication();
    }

    @AfterEach
    void cleanUp() {
        engine.getIdentityService().clearAuthentication();
        filters.createFilterQuery().list().forEach(filter -> filters.deleteFilter(filter.getId()));
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aUserCannotCreateChangeOrDeleteAFilter() {
        Filter shipped = filters.saveFilter(named("mine", query()));
        Filter empty = filters.newTaskFilter("another").setQuery(query());
        actAs("matou-clerk");

        refused(filters::newTaskFilter);
        refused(() -> filters.newTaskFilter("named"));
        refused(() -> filters.saveFilter(empty));
        refused(() -> filters.saveFilter(filters.getFilter(shipped.getId()).setName("renamed")));
        refused(() -> filters.deleteFilter(shipped.getId()));
        assertThat(filters.createFilterQuery().listPage(0, 9))
                .extracting(Filter::getName)
                .containsExactly("mine");
    }

    @Test
    void theDeploymentItselfCannotStoreAnExpressionThatIsNotListed() {
        refusedAsBadRequest(() -> filters.saveFilter(named("top", query().dueAfterExpression(TOUCH))));
        refusedAsBadRequest(() -> filters.saveFilter(
                named("or", query().or().dueAfterExpression(TOUCH).endOr())));
        refusedAsBadRequest(() -> filters.saveFilter(named("spaced", query().dueAfterExpression("${ now() }"))));
        refusedAsBadRequest(() ->
                filters.saveFilter(named("longer", query().taskAssigneeExpression("${currentUser().getClass()}"))));
        assertThat(Probe.touched()).isFalse();
    }

    @Test
    void anExpressionThatWasSmuggledIntoTheTableIsNotEvaluated() {
        neverEvaluates(smuggled(query().dueAfterExpression(TOUCH)));
        neverEvaluates(smuggled(query().or().dueAfterExpression(TOUCH).endOr()));
    }

    @Test
    void theStockEngineEvaluatesWhatWasSmuggled() {
        TestEngines.stock().getFilterService().list(smuggled(query().dueAfterExpression(TOUCH)));

        assertThat(Probe.touched()).isTrue();
    }

    @Test
    void aQueryThatExtendsAFilterMayNotHoldAnExpression() {
        String mine = filters.saveFilter(named("mine", query().taskAssigneeExpression("${currentUser()}")))
                .getId();

        for (String text : List.of(TOUCH, "${now()}")) {
            extending(mine, () -> engine.getTaskService().createTaskQuery().dueAfterExpression(text));
            extending(
                    mine,
                    () -> engine.getTaskService()
                            .createTaskQuery()
                            .or()
                            .dueAfterExpression(text)
                            .endOr());
            extending(mine, () -> query().or().dueAfterExpression(text).endOr());
            extending(
                    mine,
                    () -> QueryExpressionTest.sent(
                            "{\"orQueries\":[{\"dueAfterExpression\":\"" + text + "\"}]}", engine));
        }
        assertThat(Probe.touched()).isFalse();
    }

    @Test
    void showsEachUserHisOwnTasks() {
        String mine = filters.saveFilter(named("mine", query().taskAssigneeExpression("${currentUser()}")))
                .getId();
        givenATaskOf("matou-clerk");

        actAs("matou-clerk");
        assertThat(filters.<Task>listPage(mine, 0, 10)).hasSize(1);
        assertThat(filters.<Task, TaskQuery>listPage(
                        mine, engine.getTaskService().createTaskQuery().taskName("nothing"), 0, 10))
                .isEmpty();
        actAs("shibu-clerk");
        assertThat(filters.count(mine)).isZero();
    }

    @Test
    void showsTheTasksOfTheUsersGroupsAndTheOverdueOnes() {
        String groups = filters.saveFilter(named(
                        "groups",
                        query().taskCandidateGroupInExpression("${currentUserGroups()}")
                                .includeAssignedTasks()))
                .getId();
        String overdue = filters.saveFilter(named(
                        "overdue",
                        query().or()
                                .dueBeforeExpression("${now()}")
                                .taskName("none")
                                .endOr()))
                .getId();
        givenATaskOf("matou-clerk");

        actAs("matou-clerk");
        assertThat(filters.count(groups)).isEqualTo(1);
        assertThat(filters.count(overdue)).isEqualTo(1);
        actAs("shibu-clerk", "shibu-other");
        assertThat(filters.count(groups)).isZero();
    }

    private void extending(String filter, Supplier<TaskQuery> extension) {
        refusedAsBadRequest(() -> filters.<Task, TaskQuery>list(filter, extension.get()));
        refusedAsBadRequest(() -> filters.<Task, TaskQuery>listPage(filter, extension.get(), 0, 10));
        refusedAsBadRequest(() -> filters.<Task, TaskQuery>singleResult(filter, extension.get()));
        refusedAsBadRequest(() -> filters.count(filter, extension.get()));
    }

    private void neverEvaluates(String filter) {
        List<ThrowingCallable> ways =
                List.of(() -> filters.list(filter), () -> filters.count(filter), () -> filters.singleResult(filter));
        ways.forEach(way -> assertThatThrownBy(way)
                .isInstanceOf(ProcessEngineException.class)
                .hasRootCauseInstanceOf(BadUserRequestException.class));
        assertThat(Probe.touched()).isFalse();
    }

    /** As if written by an earlier version, or straight into the table. */
    private String smuggled(TaskQuery query) {
        Filter filter = new FilterEntity("Task").setName("smuggled").setQuery(query);
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(new SaveFilterCmd(filter))
                .getId();
    }

    private Filter named(String name, TaskQuery query) {
        return filters.newTaskFilter(name).setQuery(query);
    }

    private TaskQuery query() {
        return new TaskQueryImpl();
    }

    private void givenATaskOf(String assignee) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "filtered.bpmn",
                        Bpmn.createExecutableProcess("filtered")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask()
                                .camundaAssignee(assignee)
                                .camundaCandidateGroups("matou-grid-worker")
                                .camundaDueDate("${probe.due()}")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("filtered");
    }

    private void actAs(String user) {
        actAs(user, "matou-grid-worker");
    }

    private void actAs(String user, String group) {
        engine.getIdentityService().setAuthentication(user, List.of(group));
    }

    private static void refused(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(AuthorizationException.class);
    }

    private static void refusedAsBadRequest(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(BadUserRequestException.class);
    }
}
