package org.minqing.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What tests in Tasklist have in common: lists without the work of other tests, which would stand first. */
@TestPropertySource(properties = "minqing.own-database-for=Tasklist")
public abstract class TasklistTalk extends BrowserTalk {

    protected static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** The web applications find their engine by its name, in one register for all that run in this JVM. */
    private static ProcessEngine registered;

    @Autowired
    protected ProcessEngine engine;

    /** Before an engine of our own starts, which takes the name. */
    @BeforeAll
    protected static void rememberTheEngineOfTheOthers() {
        registered = ProcessEngines.getProcessEngines().get(ProcessEngines.NAME_DEFAULT);
    }

    @AfterAll
    protected static void giveItsNameBack() {
        if (registered != null) {
            ProcessEngines.registerProcessEngine(registered);
        }
    }

    @BeforeEach
    protected void open() {
        ProcessEngines.registerProcessEngine(engine);
        // The browser shows how long ago and how soon, and has no clock but its own.
        time.set(Instant.now());
    }

    /** Earlier tests leave work behind; the lists of this one begin empty. */
    protected void emptyHands(String user) {
        api.as(user).get("/api/tasks").json().forEach(task -> {
            var form = task.path("form").asText();
            var answers = switch (form) {
                case "respondAppeal" ->
                    "{\"action\":\"responded\",\"contactKind\":\"onSite\",\"contactWith\":\"resident\",\"finding\":\"已看\"}";
                case "superviseOverdue" -> "{\"measure\":\"urge\",\"instruction\":\"抓紧\"}";
                default -> null;
            };
            if (answers != null) {
                api.as(user).post("/api/tasks/" + task.path("id").asText() + "/complete", answers);
            }
        });
    }

    protected static Locator count(Visitor visitor, String list) {
        return visitor.page()
                .locator(".task-filter")
                .filter(new Locator.FilterOptions().setHasText(list))
                .locator(".minqing-count")
                .first();
    }

    protected static Locator field(Visitor visitor, String label) {
        return visitor.page()
                .locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
    }

    protected String streetLight(String title, String description) {
        return submitted(body("ganshui-erju-01", title, description));
    }

    /** Urgent, so that it is near its deadlines. */
    protected static ObjectNode body(String unit, String title, String description) {
        var body = said(unit, title, description).put("category", "street-lighting");
        body.putObject("facts").put("safetyRisk", true).put("peopleAffected", 200);
        return body;
    }

    protected Visitor visitor(String name) {
        return browser.visitor(api.base(), name);
    }
}
