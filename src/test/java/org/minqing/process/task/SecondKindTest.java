package org.minqing.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Hydrants;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/** A task about something that is no appeal goes the way of all tasks: nothing on it knows which kinds there are. */
@MinqingTest
class SecondKindTest extends Talk {

    private static final String PERSON = "ganshui-grid-01";
    private static final String ENGINE = "/camunda/api/engine/engine/default/task/";

    @Autowired
    ProcessEngine engine;

    private String task;

    @BeforeEach
    void anInspectionIsDue() {
        Hydrants.FOUND.clear();
        task = inspection("H-1");
    }

    @AfterEach
    void nothingIsLeft() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(Hydrants.PROCESS)
                .list()
                .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "the test is over"));
    }

    private String inspection(String hydrant) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        Hydrants.PROCESS,
                        hydrant,
                        Map.of("locality", "ganshui", "candidateGroup", "ganshui-erju-01-grid-worker"));
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(hydrant)
                .singleResult()
                .getId();
    }

    private JsonNode listed(String id) {
        for (var item : api.as(PERSON).get("/api/tasks").json()) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        return JSON.missingNode();
    }

    @Test
    void itStandsInTheWorklistAndOnItsCard() {
        assertThat(listed(task).path("kind").asText()).isEqualTo("hydrant");
        assertThat(listed(task).path("title").asText()).isEqualTo("文化广场消火栓 H-1");
        assertThat(listed(task).path("fields")).hasSize(1);
        assertThat(listed(task).fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "name",
                        "form",
                        "kind",
                        "number",
                        "title",
                        "categoryName",
                        "place",
                        "urgencyName",
                        "link",
                        "dueAt",
                        "timeLeft",
                        "clock",
                        "due",
                        "news",
                        "mine",
                        "barred",
                        "fields");
        var card = api.as(PERSON).get("/api/tasks/cards?ids=" + task).json().get(0);
        assertThat(card.path("number").asText()).isEqualTo("H-1");
        assertThat(card.path("place").asText()).isEqualTo("文化广场东门");
        assertThat(card.path("urgencyName").isNull()).isTrue();
    }

    @Test
    void tasklistShowsItsCardAndCompletesIt() {
        var tasklist = Session.of(api, PERSON);
        assertThat(tasklist.get(ENGINE + task + "/form-variables?deserializeValues=false")
                        .body())
                .contains("hydrant", "0.3 MPa")
                .doesNotContain("appeal");
        assertThat(tasklist.post(ENGINE + task + "/submit-form", "{\"variables\":{\"state\":{\"value\":\"rusty\"}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Hydrants.FOUND).isEmpty();
        assertThat(tasklist.post(ENGINE + task + "/submit-form", "{\"variables\":{\"state\":{\"value\":\"broken\"}}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Hydrants.FOUND).containsExactly("H-1 broken " + PERSON);
        assertThat(listed(task).isMissingNode()).isTrue();
    }

    @Test
    void theTelephoneShowsItAndCompletesIt() {
        var telephone = Session.of(api, PERSON);
        assertThat(telephone.get("/desk/tasks").body()).contains("文化广场消火栓 H-1");
        assertThat(telephone.get("/desk").body()).contains("文化广场消火栓 H-1");
        assertThat(telephone.get("/desk/tasks/" + task).body())
                .contains("文化广场消火栓 H-1", "文化广场东门", "完好", "损坏")
                .doesNotContain("/desk/appeals/H-1", "查看联系方式", "??");
        assertThat(telephone.submit("/desk/tasks/" + task, "state=sound").statusCode())
                .isBetween(302, 303);
        assertThat(Hydrants.FOUND).containsExactly("H-1 sound " + PERSON);
    }

    /** As with whom an appeal is about: the kind says who may know, and the gate holds to it on every way in. */
    @Test
    void whoMayNotKnowOfItDoesNotFindItsTask() {
        var secret = inspection(Hydrants.SECRET);
        assertThat(listed(secret).isMissingNode()).isTrue();
        assertThat(api.as(PERSON).get("/api/tasks/cards?ids=" + secret).json()).isEmpty();
        assertThat(api.as(PERSON)
                        .post("/api/tasks/" + secret + "/complete", "{\"state\":\"sound\"}")
                        .status())
                .isEqualTo(404);
        var shown = Session.of(api, PERSON).get(ENGINE + secret + "/form-variables");
        assertThat(shown.statusCode()).isEqualTo(404);
        assertThat(shown.body()).doesNotContain("0.3 MPa");
        assertThat(Hydrants.FOUND).isEmpty();
    }
}
