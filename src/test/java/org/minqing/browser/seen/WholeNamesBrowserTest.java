package org.minqing.browser.seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.browser.TasklistTalk;
import org.minqing.process.staff.Accounts;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An account whose name stands in the two fields of the engine, as its own tools fill them in, is called by its whole name. */
@MinqingTest
class WholeNamesBrowserTest extends TasklistTalk {

    private static final String WORKER = "ganshui-grid-02";

    @Autowired
    IdentityService identity;

    @Autowired
    Accounts accounts;

    private String name;

    @BeforeEach
    void twoFields() {
        name = identity.createUserQuery().userId(WORKER).singleResult().getLastName();
        named("小明", "欧阳");
    }

    @AfterEach
    void asItWas() {
        named("", name);
    }

    @Test
    void hisDeskAndTheCardsOfHisColleaguesCallHimByIt() {
        var number = submitted(body("ganshui-sanju-01", "桥头的灯灭了", "桥头的灯灭了。"));
        var task = api.as(WORKER).task("respondAppeal", number).path("id").asText();
        api.as(WORKER).post("/api/tasks/" + task + "/claim", "{}");
        var desk = visitor("names-desk");
        open(desk, WORKER, "/desk");
        assertThat(desk.page().locator("h1")).containsText("欧阳小明");
        desk.screenshot("desk");
        var colleague = visitor("names-colleague");
        open(colleague, "ganshui-secretary-erju", TASKLIST + "#/?task=" + task);
        assertThat(colleague.page().locator(".minqing-held")).containsText("欧阳小明已认领");
        colleague.screenshot("held");
        api.as(WORKER).post("/api/appeals/" + number + "/contact", "{\"purpose\":\"联系居民核实情况\"}");
        var supervisor = visitor("names-looks");
        open(supervisor, "ganshui-supervisor", "/desk/appeals/" + number);
        var looks = supervisor.page().locator("section:has(#looks)");
        assertThat(looks).containsText("欧阳小明");
        assertThat(looks).not().containsText(WORKER);
        looks.scrollIntoViewIfNeeded();
        supervisor.screenshot("looks");
        var admin = visitor("names-people");
        open(admin, "admin", "/admin/people/accounts/" + WORKER);
        assertThat(admin.page().locator("main")).containsText("欧阳小明");
    }

    /** As each start of a node does. */
    @Test
    void theEnginesOwnPagesCallHimByItAfterTheNextStart() {
        accounts.joinNames();
        var worker = visitor("names-engine");
        open(worker, WORKER, TASKLIST);
        assertThat(worker.page().locator("[cam-widget-header] .account")).containsText("欧阳小明");
        worker.screenshot("tasklist");
    }

    private void named(String given, String surname) {
        var user = identity.createUserQuery().userId(WORKER).singleResult();
        user.setFirstName(given);
        user.setLastName(surname);
        identity.saveUser(user);
    }
}
