package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/** No browser, and nothing on the way to it, keeps what was said in an appeal. */
@MinqingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingKeptTest extends Talk {

    @Autowired
    ProcessEngine engine;

    private String number;
    private String code;
    private String task;
    private String filter;
    private String instance;

    @BeforeAll
    void anAppeal() {
        open();
        var receipt = accepted(sound());
        number = receipt.path("number").asText();
        code = receipt.path("trackingCode").asText();
        task = api.as("shibu-grid-01").task("respondAppeal", number).path("id").asText();
        filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("我认领的")
                .singleResult()
                .getId();
        instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("appealHandling")
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shibu-grid-01 | GET | /desk",
                "shibu-grid-01 | GET | /desk/tasks",
                "shibu-grid-01 | GET | /desk/tasks/{task}",
                "shibu-grid-01 | GET | /desk/appeals/{number}",
                "shibu-grid-01 | GET | /desk/appeals/{number}/process",
                "shibu-grid-01 | GET | /api/tasks",
                "shibu-grid-01 | GET | /api/tasks/cards?ids={task}",
                "shibu-grid-01 | GET | /api/tasks/{task}/replies",
                "shibu-grid-01 | GET | /api/appeals/{number}",
                "shibu-supervisor | GET | /desk/supervision/backlog.csv",
                "shibu-supervisor | GET | /desk/supervision/backlog.xlsx",
                "shibu-auditor | GET | /desk/ledger/export.csv",
                "shibu-grid-01 | GET | /track/{code}",
                "shibu-grid-01 | GET | /api/track/{code}",
                "shibu-grid-01 | GET | ~/task?maxResults=5",
                "shibu-grid-01 | GET | ~/task/{task}",
                "shibu-grid-01 | GET | ~/task/{task}/form",
                "shibu-grid-01 | GET | ~/task/{task}/deployed-form",
                "shibu-grid-01 | GET | ~/task/{task}/form-variables",
                "shibu-grid-01 | POST | ~/filter/{filter}/list?maxResults=5",
                "shibu-grid-01 | GET | ~/process-definition?maxResults=5",
                "shibu-supervisor | POST | ~/task?maxResults=5",
                "shibu-supervisor | POST | ~/process-instance?maxResults=5",
                "shibu-supervisor | GET | ~/process-instance/{instance}",
                "shibu-supervisor | POST | ~/variable-instance?maxResults=5",
                "shibu-supervisor | GET | ~/history/decision-instance?maxResults=5",
                "shibu-supervisor | POST | /camunda/api/cockpit/plugin/base/default/process-instance?maxResults=5",
                "shibu-supervisor | GET | /api/cockpit/instances/{instance}"
            })
    void whatHoldsWordsOfAnAppealIsKeptNowhere(String person, String method, String path) {
        var answer = sent(person, method, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shibu-grid-01 | POST | ~/task/{task}/submit-form",
                "shibu-grid-01 | GET | ~/task/nosuch",
                "shibu-grid-01 | GET | ~/no/such/address",
                "shibu-grid-02 | GET | /desk/tasks/{task}",
                "shibu-grid-02 | GET | /api/appeals/{number}"
            })
    void neitherAreRefusals(String person, String method, String path) {
        var answer = sent(person, method, path);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
    }

    @Test
    void scriptsAreKept() {
        var script = sent("shibu-grid-01", "GET", "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Cache-Control").orElse("")).doesNotContain("no-store");
        var library = sent("shibu-grid-01", "GET", "/camunda/lib/deps.js");
        assertThat(library.statusCode()).isEqualTo(200);
        assertThat(library.headers().firstValue("Cache-Control").orElse("")).doesNotContain("no-store");
    }

    private HttpResponse<String> sent(String person, String method, String path) {
        var address = path.replace("~", "/camunda/api/engine/engine/default")
                .replace("{task}", task)
                .replace("{number}", number)
                .replace("{code}", code)
                .replace("{filter}", filter)
                .replace("{instance}", instance);
        return Session.of(api, person).send(method, address, method.equals("POST") ? "{}" : null, "*/*");
    }
}
