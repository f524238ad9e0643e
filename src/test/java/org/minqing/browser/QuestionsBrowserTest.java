package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** A question as its resident, its handler and whoever calls see it, before and after its time. */
@MinqingTest
class QuestionsBrowserTest extends FieldTalk {

    private static final String HANDLER = "ganshui-secretary-erju";

    @Test
    void aQuestionIsAskedAnsweredAndExpiresBeforeTheEyesOfAll() {
        var body = said("ganshui-erju-01", "厨房漏水", "楼上漏水，滴到我家厨房。");
        body.putObject("resident").put("name", "刘先生").put("phone", "13800000000");
        var receipt = receipt(body);
        var number = receipt.path("number").asText();
        var code = receipt.path("trackingCode").asText();
        responded("ganshui-grid-01", number);
        var task = api.as(HANDLER).task("handleDirectly", number).path("id").asText();
        api.as(HANDLER).post("/api/tasks/" + task + "/claim", "{}");

        var handler = browser.phone(api.base(), "phone-asking");
        open(handler, HANDLER, "/desk/appeals/" + number);
        var page = handler.page();
        page.fill("#question", "漏水的是哪一间？什么时候开始的？");
        page.locator("#pause").check();
        handler.screenshot("appeal", whole());
        Assertions.assertThat(handler.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        page.locator("form[action$='/question'] button").click();
        assertThat(page.locator("#questions")).containsText("等居民答复");
        ask(number, "楼上是几号？");
        ask(number, "物业来看过没有？");
        handler.screenshot("asked", whole());

        var resident = browser.phone(api.base(), "phone-answering");
        resident.open("/track/" + code);
        resident.screenshot("waiting", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();
        resident.page().locator("#questions textarea").first().fill("厨房，柜子上方，前天晚上开始。");
        resident.page().locator("#questions button").first().click();
        assertThat(resident.page().locator("#questions")).containsText("厨房，柜子上方");
        var caller = browser.phone(api.base(), "phone-calling");
        open(caller, "ganshui-caller", "/desk/questions");
        caller.screenshot("questions", whole());
        Assertions.assertThat(caller.barriers()).isEmpty();

        handler.open("/desk/tasks");
        handler.screenshot("list", whole());
        assertThat(page.locator(".todo li:has-text('" + number + "')")).containsText("居民已答复");
        handler.open("/desk/tasks/" + task(number));
        handler.screenshot("task", whole());
        assertThat(page.locator("main")).containsText("厨房，柜子上方");
        Assertions.assertThat(handler.barriers()).isEmpty();
        var tasklist = browser.visitor(api.base(), "tasklist-question");
        open(tasklist, HANDLER, "/camunda/app/tasklist/default/#/?task=" + task(number));
        assertThat(tasklist.page().locator(".appeal-questions")).containsText("厨房，柜子上方");
        tasklist.screenshot("form", whole());

        time.pass("P4D");
        resident.open("/track/" + code);
        resident.screenshot("expired", whole());
        assertThat(resident.page().locator("#questions")).containsText("已过");
        Assertions.assertThat(resident.barriers()).isEmpty();
        handler.open("/desk/tasks/" + task(number));
        handler.screenshot("task-expired", whole());
        api.post("/api/track/" + code + "/withdrawal", "{}");
        resident.open("/track/" + code);
        resident.screenshot("withdrawn", whole());
        assertThat(resident.page().locator(".progress")).containsText("已撤回");
        handler.open("/desk/appeals/" + number);
        handler.screenshot("appeal-withdrawn", whole());
        Assertions.assertThat(resident.problems()).isEmpty();
    }

    @Test
    void aMergedAppealShowsItsEnd() {
        var original = submitted(said("ganshui-erju-01", "路灯不亮", "路灯不亮。"));
        var receipt = receipt(said("ganshui-erju-01", "路灯坏了", "还是那盏路灯。"));
        api.as(DISPATCHER)
                .post(
                        "/api/appeals/" + receipt.path("number").asText() + "/merge",
                        "{\"original\":\"" + original + "\"}");
        var resident = browser.phone(api.base(), "phone-merged");
        resident.open("/track/" + receipt.path("trackingCode").asText());
        resident.screenshot("merged", whole());
        assertThat(resident.page().locator(".progress")).containsText("已合并办理");
        var supervisor = browser.phone(api.base(), "phone-rates");
        open(supervisor, "ganshui-supervisor", "/desk/rates");
        supervisor.screenshot("rates", whole());
        Assertions.assertThat(supervisor.barriers()).isEmpty();
    }

    private void ask(String number, String question) {
        var answer =
                api.as(HANDLER).post("/api/appeals/" + number + "/question", "{\"question\":\"" + question + "\"}");
        Assertions.assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private String task(String number) {
        return api.as(HANDLER).task("handleDirectly", number).path("id").asText();
    }
}
