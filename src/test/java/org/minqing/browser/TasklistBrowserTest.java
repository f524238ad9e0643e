package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** A working day in Tasklist, under our sign-in. */
@MinqingTest
class TasklistBrowserTest extends BrowserTalk {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @BeforeEach
    void open() {
        // The browser shows how long ago and how soon, and has no clock but its own.
        time.set(Instant.now());
    }

    @Test
    void aGridWorkerAnswersTheStreetLightAppeal() {
        var number = streetLight("文化广场路灯不亮", "文化广场东侧三盏路灯不亮，晚上怕有人摔倒。");
        var worker = visitor("grid-worker");
        worker.open(TASKLIST);
        worker.screenshot("sign-in");
        worker.signIn("ganshui-grid-01", api.password("ganshui-grid-01"));
        var page = worker.page();
        assertThat(page).hasURL(Pattern.compile(".*" + TASKLIST + ".*"));
        for (var filter : new String[] {"待我认领", "我的任务", "全部可见任务"}) {
            assertThat(page.getByText(filter).first()).isVisible();
        }
        openTask(worker, number);
        assertThat(page.locator(".appeal-title")).hasText("文化广场路灯不亮");
        assertThat(page.locator(".appeal-words")).containsText("三盏路灯不亮");
        assertThat(page.locator(".appeal-card")).containsText("路灯照明");
        for (var closed : new String[] {".create-task-action", ".task-actions", ".followup-date", ".ce-eol-banner"}) {
            assertThat(page.locator(closed + ":visible")).hasCount(0);
        }
        worker.screenshot("task");

        page.locator("button.claim").click();
        assertThat(page.locator(".task-card .assignee")).containsText("王网格");
        worker.screenshot("claimed");
        var complete = page.locator(".form-actions .btn-primary");
        page.getByText("到场查看").click();
        page.getByText("居民本人").click();
        page.locator("textarea").first().fill("到现场看过，三盏灯不亮，已报修。");
        assertThat(complete).isEnabled();
        complete.scrollIntoViewIfNeeded();
        worker.screenshot("filled");
        complete.click();
        assertThat(page.locator(".task-card")).hasCount(0);
        worker.screenshot("completed");

        Assertions.assertThat(api.as("ganshui-grid-01").hasTask("respondAppeal", number))
                .isFalse();
        Assertions.assertThat(worker.problems()).isEmpty();
        signOut(worker);
    }

    @Test
    void whatAResidentWroteIsShownAsItWasWritten() {
        var title = "<img src=x onerror=alert(1)>灯不亮";
        var words = "{{7*7}} ${7*7} <script>alert(2)</script><b>灯</b> [点我](javascript:alert(3)) 不亮";
        var number = streetLight(title, words);
        var worker = visitor("written-by-a-stranger");
        worker.open(TASKLIST);
        worker.signIn("ganshui-grid-01", api.password("ganshui-grid-01"));
        openTask(worker, number);
        assertThat(worker.page().locator(".appeal-title")).hasText(title);
        assertThat(worker.page().locator(".appeal-words")).hasText(words);
        assertThat(worker.page().locator(".appeal-card img, .appeal-card script, .appeal-words b"))
                .hasCount(0);
        worker.screenshot("task");
        Assertions.assertThat(worker.dialogs()).isEmpty();
        Assertions.assertThat(worker.problems()).isEmpty();
    }

    @Test
    void theRegistrarTakesAnAppealDown() {
        var registrar = visitor("registrar");
        registrar.open(TASKLIST);
        registrar.signIn("ganshui-registrar", api.password("ganshui-registrar"));
        var page = registrar.page();
        page.locator(".start-process-action a").click();
        page.locator(".modal-body").getByText("诉求办理").click();
        field(registrar, "诉求标题").locator("input").fill("村口路灯不亮");
        field(registrar, "诉求内容").locator("textarea").fill("村口的路灯坏了三天，晚上看不见路。");
        field(registrar, "诉求类别").locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").getByText("路灯照明").click();
        registrar.screenshot("start-form");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).hasCount(0);
        registrar.screenshot("started");
        registrar.open("/desk");
        assertThat(page.locator("section:has(#registered)")).containsText("村口路灯不亮");
        assertThat(page.locator("section:has(#registered)")).containsText("查询码");
        registrar.screenshot("registered");
        Assertions.assertThat(registrar.problems()).isEmpty();
    }

    @Test
    void whoWorksElsewhereSeesNothingOfIt() {
        var number = streetLight("广场路灯不亮", "广场的灯不亮。");
        for (var user : new String[] {"ganshui-grid-02", "matou-grid-01"}) {
            Assertions.assertThat(api.as(user).hasTask("respondAppeal", number)).isFalse();
        }
        var stranger = visitor("elsewhere");
        stranger.open(TASKLIST);
        stranger.signIn("matou-grid-01", api.password("matou-grid-01"));
        stranger.page().getByText("全部可见任务").click();
        assertThat(stranger.page().locator("body")).containsText(Pattern.compile("全部可见任务\\s+0\\s"));
        assertThat(stranger.page().locator("ol.tasks-list > li")).hasCount(0);
        stranger.screenshot("nothing");
        Assertions.assertThat(stranger.problems()).isEmpty();
    }

    private void signOut(Visitor visitor) {
        var page = visitor.page();
        page.locator("[cam-widget-header] .account > a").click();
        page.locator("[cam-widget-header] .logout a").click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        visitor.screenshot("signed-out");
        visitor.open(TASKLIST);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    }

    /** The task whose card bears that number; the list itself tells only which kind of task it is. */
    private void openTask(Visitor visitor, String number) {
        var task = api.as("ganshui-grid-01")
                .task("respondAppeal", number)
                .path("id")
                .asText();
        visitor.open(TASKLIST + "#/?task=" + task);
        assertThat(visitor.page().locator(".appeal-head")).containsText(number);
    }

    private static Locator field(Visitor visitor, String label) {
        return visitor.page()
                .locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
    }

    private String streetLight(String title, String description) {
        var body = new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
        body.put("locality", "ganshui")
                .put("channel", "phone")
                .put("category", "street-lighting")
                .put("title", title)
                .put("description", description);
        body.putObject("location").put("unit", "ganshui-erju-01");
        body.putObject("facts").put("safetyRisk", true).put("peopleAffected", 200);
        var answer = api.submit(body.toString());
        Assertions.assertThat(answer.status()).isEqualTo(201);
        return answer.json().path("number").asText();
    }

    private Visitor visitor(String name) {
        return browser.visitor(api.base(), name);
    }
}
