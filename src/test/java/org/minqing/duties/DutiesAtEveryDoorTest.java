package org.minqing.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.duties.ManyPosts.PERSON;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.process.AppealHandling;
import org.minqing.process.duties.TaskDuties;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;

/** Whoever may not do a task comes to it through no door, is told why, and somebody else does it. */
@MinqingTest
class DutiesAtEveryDoorTest extends AppealRules {

    private static final String ENGINE = "/camunda/api/engine/engine/default/task/";
    private static final String CALL_BACK = "ganshui-party-service-call-back";
    private static final String NAME = "{\"userId\":\"" + PERSON + "\"}";

    /** What the engine offers to programs, with every right that it knows. */
    private static final Map<String, BiConsumer<ProcessEngine, String>> CALLS = Map.of(
            "claim", (engine, id) -> engine.getTaskService().claim(id, PERSON),
            "assign", (engine, id) -> engine.getTaskService().setAssignee(id, PERSON),
            "own", (engine, id) -> engine.getTaskService().setOwner(id, PERSON),
            "delegate", (engine, id) -> engine.getTaskService().delegateTask(id, PERSON),
            "link", (engine, id) -> engine.getTaskService().addUserIdentityLink(id, PERSON, IdentityLinkType.ASSIGNEE),
            "candidate", (engine, id) -> engine.getTaskService().addCandidateUser(id, PERSON),
            "complete", (engine, id) -> engine.getTaskService().complete(id, Map.of("action", "approved")),
            "submit", (engine, id) -> engine.getFormService().submitTaskForm(id, Map.of("action", "approved")),
            "save",
                    (engine, id) -> {
                        var task = engine.getTaskService()
                                .createTaskQuery()
                                .taskId(id)
                                .singleResult();
                        task.setAssignee(PERSON);
                        engine.getTaskService().saveTask(task);
                    },
            "saveOwner",
                    (engine, id) -> {
                        var task = engine.getTaskService()
                                .createTaskQuery()
                                .taskId(id)
                                .singleResult();
                        task.setOwner(PERSON);
                        engine.getTaskService().saveTask(task);
                    });

    private ManyPosts many;

    /** Every duty that some task is and some row keeps somebody from. */
    static Stream<Duty> duties() {
        var excluded = new SeparationTable()
                .exclusions().stream().map(Exclusion::duty).distinct().toList();
        return TaskDuties.all().stream().filter(excluded::contains).sorted();
    }

    @BeforeEach
    void somebodyHoldsNearlyEveryPost() {
        many = new ManyPosts(this);
    }

    @AfterEach
    void heLeaves() {
        engine.getIdentityService().clearAuthentication();
        many.leave();
    }

    @ParameterizedTest
    @MethodSource("duties")
    void noDoorLeadsToIt(Duty duty) {
        var appeal = story(duty);
        var task = task(appeal, duty);
        var before = appeal.everythingKept();

        var why = refusedByTheApi(appeal, task);
        refusedOnTheTelephone(task, why);
        refusedByTasklist(task, why);
        CALLS.forEach((name, call) -> {
            engine.getIdentityService().setAuthentication(PERSON, List.of("camunda-admin"));
            assertThatThrownBy(() -> call.accept(engine, task))
                    .as(name)
                    .isInstanceOf(ProcessEngineException.class)
                    .hasStackTraceContaining(why);
            engine.getIdentityService().clearAuthentication();
        });
        assertThat(appeal.everythingKept()).isEqualTo(before);

        somebodyElseDoes(appeal, duty);
        assertThat(appeal.tasks()).noneMatch(left -> left.getId().equals(task));
    }

    /** @return the words of the row, which every other door has to say as well */
    private String refusedByTheApi(AppealCase appeal, String task) {
        var api = many.api();
        var listed = Stream.iterate(0, i -> i + 1)
                .limit(api.get("/api/tasks").json().size())
                .map(api.get("/api/tasks").json()::get)
                .filter(item -> item.path("id").asText().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("He does not even see it: " + appeal.number()));
        var why = listed.path("barred").asText();
        assertThat(why).isNotBlank();
        assertThat(api.get("/api/tasks/cards?ids=" + task)
                        .json()
                        .get(0)
                        .path("barred")
                        .asText())
                .isEqualTo(why);
        for (var act : List.of("claim", "complete")) {
            var refused = api.post("/api/tasks/" + task + "/" + act, "{}");
            assertThat(refused.status()).as(act).isEqualTo(409);
            assertThat(refused.raw().body()).contains(why);
        }
        return why;
    }

    private void refusedOnTheTelephone(String task, String why) {
        var browser = many.browser();
        assertThat(browser.get("/desk/tasks/" + task).body())
                .contains("须由他人办理", why)
                .doesNotContain("/desk/tasks/" + task + "/claim")
                .doesNotContain("id=\"answers\"");
        assertThat(browser.submit("/desk/tasks/" + task + "/claim", "_list=all").statusCode())
                .isBetween(400, 499);
        assertThat(browser.submit("/desk/tasks/" + task, "_list=all&action=approved")
                        .statusCode())
                .isBetween(400, 499);
    }

    private void refusedByTasklist(String task, String why) {
        var browser = many.browser();
        for (var door : Map.of("claim", NAME, "submit-form", "{\"variables\":{\"action\":{\"value\":\"approved\"}}}")
                .entrySet()) {
            var answer = browser.post(ENGINE + task + "/" + door.getKey(), door.getValue());
            assertThat(answer.statusCode()).as(door.getKey()).isBetween(400, 499);
            assertThat(answer.body()).as(door.getKey()).contains(why);
        }
        // Closed to everybody, whatever he did.
        for (var door : List.of("assignee", "complete", "delegate", "identity-links", "resolve")) {
            assertThat(browser.post(ENGINE + task + "/" + door, "{}").statusCode())
                    .as(door)
                    .isEqualTo(404);
        }
    }

    private AppealCase story(Duty duty) {
        var fresh = anAppeal().submitted();
        return switch (duty) {
            case CALLING_BACK -> many.responds(fresh).handledBy("secretary-erju");
            case CHECKING -> many.responds(fresh).denied();
            case REVIEWING ->
                doneAgain(doneAgain(many.responds(fresh).handledBy("secretary-erju")))
                        .rated(DISSATISFIED);
            case SUPERVISING -> {
                many.claims(fresh, AppealHandling.RESPOND);
                time.pass("PT24H");
                yield fresh;
            }
            case SETTLING ->
                many.responds(fresh)
                        .handlingReturnedBy("secretary-erju")
                        .dispatchedBy("dispatcher", "justice")
                        .handlingReturnedBy("safety");
            case HIGHER_REVIEW -> {
                many.responds(fresh).handledBy("secretary-erju").rated(SATISFIED);
                assertThat(api.post("/api/track/" + fresh.code() + "/review", "{\"reason\":\"请上一级再看一看\"}")
                                .status())
                        .isEqualTo(200);
                yield fresh;
            }
            case APPROVING -> many.asksForMoreTime(fresh.respondedBy("grid-01"));
            case APPROVING_CORRECTION -> many.correctsTheAlarmOf(fresh.claimedBy("grid-01"), "grid-01");
            default -> throw new AssertionError("How does a task of " + duty.label() + " come about?");
        };
    }

    private static AppealCase doneAgain(AppealCase appeal) {
        appeal.rated(DISSATISFIED);
        if (appeal.tasks().stream().anyMatch(task -> task.getTaskDefinitionKey().equals(AppealHandling.DISPATCH))) {
            appeal.dispatchedBy("dispatcher", "justice");
        }
        var led = appeal.tasks().stream()
                .anyMatch(task -> task.getTaskDefinitionKey().equals(AppealHandling.HANDLE_UNDER_SUPERVISION));
        return appeal.handledBy(led ? "leader" : "safety");
    }

    private void somebodyElseDoes(AppealCase appeal, Duty duty) {
        switch (duty) {
            case CALLING_BACK -> appeal.calledBackBy("caller", SATISFIED);
            case CHECKING -> appeal.contactCheckedBy("supervisor", true);
            case REVIEWING -> appeal.reviewedBy("supervisor", "close");
            case SUPERVISING -> appeal.supervisedBy("secretary-erju");
            case SETTLING -> appeal.settledBy("leader", "ganshui-construction-housing-construction");
            case HIGHER_REVIEW ->
                assertThat(appeal.tries(
                                        "leader",
                                        "reviewAppeal",
                                        "{\"action\":\"answered\",\"reviewOutcome\":\"upheld\",\"reviewOpinion\":\"经实地查看，原处理意见事实清楚，予以维持。\"}")
                                .status())
                        .isEqualTo(200);
            case APPROVING -> appeal.grantedBy("supervisor");
            default -> {
                var approver = groups(task(appeal, duty)).contains("ganshui-township-leader") ? "leader" : "supervisor";
                assertThat(appeal.tries(approver, "approveCorrection", "{\"action\":\"approved\",\"opinion\":\"情况属实\"}")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whereEverybodyOfThePostIsExcludedAnotherPostStandsIn() {
        var identity = engine.getIdentityService();
        var others = List.of("ganshui-caller", "ganshui-caller-2");
        others.forEach(caller -> identity.deleteMembership(caller, CALL_BACK));
        try {
            var appeal = many.responds(anAppeal().submitted()).handledBy("secretary-erju");
            assertThat(groups(appeal.task(AppealHandling.CALL_RESIDENT).getId()))
                    .containsExactly("ganshui-general-office-supervisor");
            appeal.calledBackBy("supervisor", SATISFIED);
        } finally {
            others.forEach(caller -> identity.createMembership(caller, CALL_BACK));
        }
    }

    /** Acts of a supervisor or a dispatcher that are no tasks. */
    @Test
    void whoHasAnAppealNeitherPressesNorReassignsNorMergesIt() {
        var original = anAppeal().submitted();
        var appeal = many.claims(anAppeal().submitted(), AppealHandling.RESPOND);
        var before = appeal.everythingKept();
        var path = "/api/appeals/" + appeal.number();
        var acts = Map.of(
                "/supervision", "{\"instruction\":\"今天办结\"}",
                "/reminder", "{}",
                "/reassignment", "{\"holder\":\"ganshui-rule-of-law-justice\",\"reason\":\"换人\"}",
                "/merge", "{\"original\":\"" + original.number() + "\"}");
        acts.forEach((act, body) -> {
            var answer = many.api().post(path + act, body);
            assertThat(answer.status()).as(act + answer.raw().body()).isEqualTo(409);
            assertThat(answer.raw().body()).containsAnyOf("督办和审批由他人负责", "不能把它并入");
        });
        assertThat(appeal.everythingKept()).isEqualTo(before);
        assertThat(appeal.desk("supervisor").post(path + "/reminder", "{}").status())
                .isEqualTo(200);
        appeal.mergedInto(original);
    }

    private String task(AppealCase appeal, Duty duty) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(appeal.number()).list().stream()
                .filter(task -> TaskDuties.of(task.getTaskDefinitionKey())
                        .filter(duty::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task of " + duty.label()))
                .getId();
    }

    private List<String> groups(String task) {
        return engine.getTaskService().getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }
}
