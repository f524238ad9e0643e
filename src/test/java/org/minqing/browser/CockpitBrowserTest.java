package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A morning of somebody who supervises, in Cockpit with our own views. */
@MinqingTest
class CockpitBrowserTest extends BrowserTalk {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String SUMMARY = """
            {"asOf":"2026-11-22T09:40:00+08:00","open":12,"dueSoon":3,"overdue":2,
             "units":[{"unit":"ganshui-erju","name":"二居社区","open":5,"dueSoon":1,"overdue":2,"oldestDays":3},
                      {"unit":"ganshui-enforcement","name":"<img src=x onerror=alert(2)>综合行政执法办公室","open":7,"dueSoon":2,"overdue":0,"oldestDays":0}],
             "needsHelp":[{"unit":"ganshui-erju","name":"二居社区","overdue":2,"reason":"超时 2 件，最久 3 天"}]}""";
    private static final String RATES = """
            {"from":"2026-11-01","to":"2026-12-01","cutOff":"2026-11-22T09:40:00+08:00","rates":[
             {"code":"responseRate","name":"响应率","measure":"%","definition":"按时响应的占比","units":[],
              "total":{"numerator":83,"denominator":90,"value":92.2,"low":84.8,"high":96.2}},
             {"code":"resolutionRate","name":"解决率","measure":"%","definition":"已解决的占比","units":[],
              "total":{"numerator":70,"denominator":80,"value":87.5,"low":78.5,"high":93.1}},
             {"code":"satisfactionRate","name":"满意率","measure":"%","definition":"满意的占比","units":[],
              "total":{"numerator":0,"denominator":0,"value":null,"low":null,"high":null}}]}""";

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void open() {
        // The browser has no clock but its own.
        time.set(Instant.now());
    }

    @Test
    void aSupervisorSeesTheDayTheStepsTheClocksAndTheTimers() {
        var late = submitted("文化广场路灯不亮");
        time.pass("PT25H");
        var number = submitted("楼道口堆了杂物");
        var supervisor = signedIn("ganshui-supervisor", "cockpit-supervisor");
        var page = supervisor.page();
        answered(page, SUMMARY, RATES);

        supervisor.open(COCKPIT + "#/dashboard");
        assertThat(page.locator(".mq-board h1")).hasText("赶水镇今日");
        assertThat(page.locator(".mq-figure:has-text('在办')").first()).containsText("12");
        assertThat(page.locator(".mq-figure:has-text('已超时')")).containsText("2");
        assertThat(page.locator(".mq-figure:has-text('响应率')")).containsText("92.2%");
        assertThat(page.locator(".mq-figure:has-text('响应率')")).containsText("95% 区间 84.8%–96.2%");
        assertThat(page.locator(".mq-figure:has-text('满意率')")).containsText("还没有可算的诉求");
        assertThat(page.locator(".mq-help")).containsText("二居社区：超时 2 件，最久 3 天");
        assertThat(page.locator(".mq-table")).containsText("<img src=x onerror=alert(2)>综合行政执法办公室");
        assertThat(page).hasTitle(Pattern.compile("民情 · 监督.*"));
        assertThat(page.locator(".ce-eol-banner")).not().isVisible();
        Assertions.assertThat(page.locator(".mq-board").boundingBox().y)
                .isLessThan(page.locator("section.actual").boundingBox().y);
        whole(supervisor, "dashboard");

        supervisor.open(COCKPIT + "#/process-definition/" + definition(number) + "/runtime");
        var first = page.locator("[data-container-id=userTask_respondAppeal] .mq-badges");
        assertThat(first).containsText(Pattern.compile("\\d+ 等\\s*● \\d+ 已超时"));
        assertThat(first).hasAttribute("title", Pattern.compile("首次响应：\\d+ 件在等，其中 \\d+ 件已超时"));
        supervisor.screenshot("definition");

        supervisor.open(COCKPIT + "#/process-instance/" + instance(late) + "/runtime");
        page.locator(".nav-tabs, .ctn-tabbed").getByText("时限与台账").first().click();
        assertThat(page.locator(".mq-tab h2")).hasText(late + " 文化广场路灯不亮");
        assertThat(page.locator(".mq-clocks")).containsText("已超时");
        assertThat(page.locator(".mq-clocks")).containsText("起算，限");
        assertThat(page.locator(".mq-tab .mq-table")).containsText("起算");
        assertThat(page.locator(".mq-tab a[href='/desk/appeals/" + late + "/process']"))
                .isVisible();
        assertThat(page.locator(".mq-tab a[href^='/desk/ledger']")).hasCount(0);
        supervisor.screenshot("instance");

        supervisor.open(COCKPIT + "#/tasks");
        assertThat(page.locator(".mq-board .mq-table")).containsText("首次响应");
        supervisor.screenshot("tasks");

        page.locator("[cam-widget-header]").getByText("定时器").click();
        assertThat(page.locator(".mq-page [role=status]")).containsText("个定时器");
        assertThat(page).hasTitle("民情 · 监督 | 定时器");
        // Cockpit goes on loading for a while and may draw the view once more.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.fill("#mq-appeal", number);
        page.locator(".mq-search button[type=submit]").click();
        assertThat(page.locator(".mq-page [role=status]")).containsText("查到 1 个定时器");
        assertThat(page.locator(".mq-page .mq-table tbody tr")).containsText("等待");
        supervisor.screenshot("timers");
        page.locator(".mq-search button[type=reset]").click();
        assertThat(page.locator(".mq-page .mq-table tbody tr").nth(1)).isVisible();

        Assertions.assertThat(supervisor.problems()).isEmpty();
        Assertions.assertThat(supervisor.dialogs()).isEmpty();
    }

    @Test
    void theDashboardShowsWhatTheSupervisorsDeskShows() {
        submitted("楼道灯不亮");
        var supervisor = signedIn("ganshui-supervisor", "cockpit-today");
        supervisor.open(COCKPIT + "#/dashboard");
        var page = supervisor.page();
        assertThat(page.locator(".mq-figure")).hasCount(6);
        var summary =
                api.as("ganshui-supervisor").get("/api/supervision/summary").json();
        for (var figure :
                Map.of("在办", "open", "▲ 即将超时", "dueSoon", "● 已超时", "overdue").entrySet()) {
            assertThat(page.locator(".mq-figure")
                            .filter(new Locator.FilterOptions()
                                    .setHas(page.getByText(
                                            figure.getKey(), new Page.GetByTextOptions().setExact(true))))
                            .locator(".mq-value"))
                    .hasText(summary.path(figure.getValue()).asText());
        }
        summary.path("needsHelp")
                .forEach(unit -> assertThat(page.locator(".mq-help"))
                        .containsText(unit.path("name").asText() + "："
                                + unit.path("reason").asText()));
        api.as("ganshui-supervisor")
                .get("/api/evaluation/rates")
                .json()
                .path("rates")
                .forEach(rate -> assertThat(page.locator(".mq-figure")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(rate.path("name").asText())))
                        .containsText(counts(rate.path("total"))));
        whole(supervisor, "dashboard");
        Assertions.assertThat(supervisor.problems()).isEmpty();
    }

    private static String counts(JsonNode total) {
        return total.path("denominator").asInt() == 0
                ? "本月还没有可算的诉求"
                : "（%d/%d）"
                        .formatted(
                                total.path("numerator").asInt(),
                                total.path("denominator").asInt());
    }

    @Test
    void aWrongFieldIsNamedInWords() {
        var supervisor = signedIn("ganshui-supervisor", "cockpit-wrong");
        supervisor.open(COCKPIT + "#/timers");
        var page = supervisor.page();
        assertThat(page.locator(".mq-page [role=status]")).containsText("个定时器");
        page.fill("#mq-appeal", "GS");
        page.locator(".mq-search button[type=submit]").click();
        assertThat(page.locator(".mq-trouble")).containsText("诉求编号：请填诉求编号");
    }

    @Test
    void whatAStrangerWroteIsShownAsItWasWritten() {
        var supervisor = signedIn("ganshui-supervisor", "cockpit-stranger");
        for (var text : Hostile.TEXTS) {
            var number = submitted(text);
            supervisor.open(COCKPIT + "#/process-instance/" + instance(number) + "/runtime");
            assertThat(supervisor.page().locator(".mq-tab h2")).hasText(number + " " + text);
            assertThat(supervisor.page().locator(".mq-tab img, .mq-tab svg, .mq-tab iframe"))
                    .hasCount(0);
        }
        supervisor.screenshot("instance");
        Assertions.assertThat(supervisor.dialogs()).isEmpty();
        Assertions.assertThat(supervisor.problems()).isEmpty();
    }

    @Test
    void aFigureThatCannotBeLoadedSaysSoAndTheOthersStandBesideIt() {
        var supervisor = signedIn("ganshui-supervisor", "cockpit-half");
        answered(supervisor.page(), SUMMARY, null);
        supervisor.open(COCKPIT + "#/dashboard");
        assertThat(supervisor.page().locator(".mq-figure").first()).containsText("12");
        assertThat(supervisor.page().locator(".mq-trouble")).hasText("没有这项内容，或者您无权查看。");
        whole(supervisor, "dashboard");
    }

    @Test
    void aModuleThatThrowsAndOneThatIsMissingLeaveTheOthersWorking() {
        var supervisor = signedIn("ganshui-supervisor", "cockpit-broken");
        var page = supervisor.page();
        answered(page, SUMMARY, RATES);
        page.route(
                "**/minqing-cockpit-steps-*.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("throw new Error('broken on purpose');")));
        page.route(
                "**/minqing-cockpit-instance-*.js", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        supervisor.open(COCKPIT + "#/dashboard");
        assertThat(page.locator(".mq-figure").first()).containsText("12");
        assertThat(page.locator("[cam-widget-header]").getByText("定时器")).isVisible();
        Assertions.assertThat(supervisor.problems())
                .anyMatch(p -> p.contains("left out") && p.contains("steps"))
                .anyMatch(p -> p.contains("left out") && p.contains("instance"));
    }

    @Test
    void anAdministratorSeesProcessNumbersAndNoAppealInWords() {
        var number = submitted("管理员看不到这个标题");
        var admin = signedIn("admin", "cockpit-administrator");
        var page = admin.page();
        admin.open(COCKPIT + "#/dashboard");
        assertThat(page.locator(".mq-board")).containsText("这里只有流程数字");
        whole(admin, "dashboard");
        admin.open(COCKPIT + "#/process-definition/" + definition(number) + "/runtime");
        assertThat(page.locator("[data-container-id=userTask_respondAppeal] .mq-badges"))
                .containsText("等");
        admin.open(COCKPIT + "#/process-instance/" + instance(number) + "/runtime");
        assertThat(page.locator(".mq-tab h2")).hasText(number);
        assertThat(page.locator(".mq-clocks")).containsText("响应");
        assertThat(page.locator("body")).not().containsText("管理员看不到");
        admin.screenshot("instance");
        admin.open(COCKPIT + "#/tasks");
        assertThat(page.locator(".mq-board .mq-table")).containsText("首次响应");
        admin.open(COCKPIT + "#/timers");
        assertThat(page.locator(".mq-page .mq-table tbody tr").first()).containsText(Pattern.compile("镇|街"));
        admin.screenshot("timers");
        Assertions.assertThat(admin.problems()).isEmpty();
    }

    private Visitor signedIn(String user, String name) {
        var visitor = browser.visitor(api.base(), name);
        signedInBefore(visitor, user);
        return visitor;
    }

    /** As the supervision desk answers by its contract; a null is not there. */
    private static void answered(Page page, String summary, String rates) {
        page.route("**/api/supervision/summary", route -> answer(route, summary));
        page.route("**/api/evaluation/rates*", route -> answer(route, rates));
    }

    private static void answer(Route route, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(body == null ? 404 : 200)
                .setContentType("application/json")
                .setBody(body == null ? "{}" : body));
    }

    private static void whole(Visitor visitor, String name) {
        visitor.screenshot(name, new Page.ScreenshotOptions().setFullPage(true));
    }

    private String definition(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("appealHandling")
                .singleResult()
                .getProcessDefinitionId();
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("appealHandling")
                .singleResult()
                .getId();
    }

    private String submitted(String title) {
        return submitted(said("ganshui-erju-01", title, "楼道口的杂物堆了三天，进出不方便。"));
    }
}
