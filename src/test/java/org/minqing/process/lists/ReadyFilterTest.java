package org.minqing.process.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.process.AppealHandling;
import org.minqing.process.TaskOrder;
import org.minqing.security.StaffDirectory;
import org.minqing.support.MinqingTest;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The lists with which a working day begins. */
@MinqingTest
class ReadyFilterTest extends Talk {

    @Autowired
    StaffDirectory directory;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    ReadyFilters ready;

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
        SecurityContextHolder.clearContext();
    }

    /** Also for the database, which hides from him what is about himself: other tests leave such appeals. */
    private void actAs(String user) {
        identity.clearAuthentication();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        directory.account(user).orElseThrow().member(), null));
        identity.setAuthentication(user, groups(user), List.of(user.substring(0, user.indexOf('-'))));
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> lists(String user) {
        actAs(user);
        return filters.createTaskFilterQuery().listPage(0, 50).stream()
                .sorted((a, b) -> place(a) - place(b))
                .map(Filter::getName)
                .toList();
    }

    private static int place(Filter filter) {
        return ((Number) filter.getProperties().get("priority")).intValue();
    }

    private Set<String> shown(String user, ReadyFilter list) {
        actAs(user);
        var filter = filters.createTaskFilterQuery().filterName(list.title()).singleResult();
        if (filter == null) {
            return Set.of();
        }
        var found = filters.<Task>listPage(filter.getId(), 0, 1000);
        assertThat(filters.count(filter.getId())).isEqualTo(found.size());
        return found.stream().map(Task::getId).collect(Collectors.toSet());
    }

    /** What the engine's own table of rights lets a person see, asked in the way of the engine. */
    private Set<String> readable(String user, ReadyFilter list) {
        identity.clearAuthentication();
        var groups = groups(user);
        actAs(user);
        TaskQuery query = tasks.createTaskQuery();
        switch (list) {
            case OVERDUE -> open(query, user).dueBefore(Date.from(time.instant()));
            case DUE_SOON ->
                open(query, user)
                        .dueAfter(Date.from(time.instant().minusMillis(1)))
                        .followUpBefore(Date.from(time.instant().plusMillis(1)));
            case MINE -> query.taskAssignee(user);
            case OF_POSTS -> query.taskCandidateGroupIn(groups).includeAssignedTasks();
            default -> list.restrict(query);
        }
        return query.listPage(0, 1000).stream().map(Task::getId).collect(Collectors.toSet());
    }

    /** What presses somebody else who has taken it is his. */
    private static TaskQuery open(TaskQuery query, String user) {
        return query.or().taskAssignee(user).taskUnassigned().endOr();
    }

    @Test
    void eachRoleHasTheListsOfItsWorkAndBeginsWithItsMainWork() {
        var expected = new LinkedHashMap<String, List<String>>();
        expected.put("shibu-grid-01", List.of("待我响应", "待办理", "待答复", "本岗全部", "即将超时", "已超时", "我认领的"));
        expected.put("shibu-secretary-chengxi", List.of("待我响应", "待办理", "待答复", "督办事项", "本岗全部", "即将超时", "已超时", "我认领的"));
        expected.put("shibu-livelihood", List.of("待办理", "待答复", "本岗全部", "即将超时", "已超时", "我认领的"));
        expected.put("shibu-safety", List.of("待我响应", "待登记被反映人", "待办理", "待答复", "本岗全部", "即将超时", "已超时", "我认领的"));
        expected.put("shibu-dispatcher", List.of("待派单", "待我响应", "待办理", "待答复", "督办事项", "本岗全部", "即将超时", "已超时", "我认领的"));
        expected.put("shibu-caller", List.of("待回访", "本岗全部", "即将超时", "已超时", "我认领的"));
        expected.put("shibu-supervisor", List.of("督办", "本岗全部", "即将超时", "已超时", "我认领的"));
        expected.put("shibu-auditor", List.of());
        expected.put("shibu-registrar", List.of("待答复", "本岗全部", "即将超时", "已超时", "我认领的"));
        var found = new LinkedHashMap<String, List<String>>();
        expected.keySet().forEach(user -> found.put(user, lists(user)));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aListShowsExactlyWhatTheEngineLetsAHandlerRead() {
        var numbers = someAppeals();
        assertThat(api.as("shibu-grid-01")
                        .post("/api/tasks/" + task("shibu-grid-01", numbers.get(0)) + "/claim", "{}")
                        .status())
                .isEqualTo(200);
        time.pass("PT3H");
        var checked = 0;
        for (var user : List.of(
                "shibu-grid-01",
                "shibu-grid-02",
                "shibu-secretary-chengxi",
                "shibu-livelihood",
                "shibu-caller",
                "shibu-dispatcher",
                "matou-grid-01")) {
            for (var list : ReadyFilter.values()) {
                if (lists(user).contains(list.title())) {
                    assertThat(shown(user, list)).as("%s %s", user, list).isEqualTo(readable(user, list));
                    checked += shown(user, list).size();
                }
            }
            var everything = java.util.Arrays.stream(ReadyFilter.values())
                    .filter(list -> list.place() < ReadyFilter.DUE_SOON.place())
                    .flatMap(list -> shown(user, list).stream())
                    .collect(Collectors.toSet());
            actAs(user);
            assertThat(tasks.createTaskQuery().listPage(0, 1000).stream()
                            .map(Task::getId)
                            .collect(Collectors.toSet()))
                    .as("%s: no task without a list", user)
                    .isEqualTo(everything);
        }
        assertThat(checked).isGreaterThan(10);
    }

    @Test
    void aSupervisorsListHoldsTheWorkOfHisPostsOnly() {
        someAppeals();
        time.pass("P9D");
        var supervised = shown("shibu-supervisor", ReadyFilter.SUPERVISE);
        assertThat(readable("shibu-supervisor", ReadyFilter.SUPERVISE)).containsAll(supervised);
        identity.clearAuthentication();
        var groups = groups("shibu-supervisor");
        actAs("shibu-supervisor");
        assertThat(supervised)
                .isEqualTo(ids(tasks.createTaskQuery()
                        .taskDefinitionKeyIn(
                                AppealHandling.SUPERVISE_OVERDUE,
                                AppealHandling.REVIEW_DISSATISFIED,
                                AppealHandling.APPROVE_LIMIT_CHANGE)
                        .taskCandidateGroupIn(groups)
                        .includeAssignedTasks()));
    }

    @Test
    void aSearchInAListStaysInTheList() {
        someAppeals();
        var mine = shown("shibu-grid-01", ReadyFilter.RESPOND);
        var filter = filters.createTaskFilterQuery()
                .filterName(ReadyFilter.RESPOND.title())
                .singleResult();
        var search =
                tasks.createTaskQuery().or().taskNameLike("%").taskPriority(50).endOr();
        assertThat(filters.<Task, TaskQuery>listPage(filter.getId(), search, 0, 1000))
                .extracting(Task::getId)
                .containsExactlyInAnyOrderElementsOf(mine);
        assertThat(filters.<Task, TaskQuery>listPage(
                        filter.getId(), tasks.createTaskQuery().tenantIdIn("matou"), 0, 1000))
                .isEmpty();
    }

    @Test
    void theNearestDeadlineComesFirstWhateverThePageAsksAndWhatIsMassedLast() {
        someAppeals();
        actAs("shibu-grid-01");
        var filter = filters.createTaskFilterQuery()
                .filterName(ReadyFilter.RESPOND.title())
                .singleResult();
        assertThat(filters.<Task, TaskQuery>listPage(
                        filter.getId(),
                        tasks.createTaskQuery().orderByTaskCreateTime().desc(),
                        0,
                        1000))
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(TaskOrder.comparator())
                .filteredOn(task -> task.getPriority() > TaskOrder.MASSED)
                .extracting(Task::getDueDate)
                .isSorted();
    }

    @Test
    void aListThatIsNotOnesOwnIsNotThere() {
        identity.clearAuthentication();
        var dispatch = filters.createTaskFilterQuery()
                .filterName(ReadyFilter.DISPATCH.title())
                .singleResult()
                .getId();
        actAs("shibu-grid-01");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> filters.count(dispatch))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
    }

    @Test
    void theListsOfAnEarlierVersionGoAndTheReadyOnesStay() {
        identity.clearAuthentication();
        var before = ids();
        filters.saveFilter(filters.newTaskFilter("全部可见任务").setQuery(new org.camunda.bpm.engine.impl.TaskQueryImpl()));
        ready.create();
        assertThat(ids()).isEqualTo(before);
        assertThat(filters.createTaskFilterQuery().filterName("全部可见任务").count()).isZero();
    }

    @Test
    void theCountsOfAllListsComeAtOnce() {
        someAppeals();
        var counts = api.as("shibu-grid-01").get("/api/tasks/counts");
        assertThat(counts.status()).isEqualTo(200);
        assertThat(counts.json().findValuesAsText("name")).isEqualTo(lists("shibu-grid-01"));
        assertThat(counts.json().get(0).path("count").asInt())
                .isEqualTo(shown("shibu-grid-01", ReadyFilter.RESPOND).size());
    }

    private Map<String, String> ids() {
        return filters.createTaskFilterQuery().listPage(0, 50).stream()
                .collect(Collectors.toMap(Filter::getName, Filter::getId));
    }

    private static Set<String> ids(TaskQuery query) {
        return query.listPage(0, 1000).stream().map(Task::getId).collect(Collectors.toSet());
    }

    private String task(String user, String number) {
        return api.as(user).task("respondAppeal", number).path("id").asText();
    }

    private List<String> someAppeals() {
        var numbers = new java.util.ArrayList<String>();
        for (var unit : List.of("shibu-chengxi-1-01", "shibu-chengxi-1-01", "shibu-chengxi-1-02", "shibu-jijiahe-01")) {
            for (var category : List.of("other", "street-lighting", "sanitation")) {
                var body = sound().put("category", category);
                body.withObject("/location").put("unit", unit);
                numbers.add(accepted(body).path("number").asText());
                time.pass("PT1M");
            }
        }
        return numbers;
    }
}
