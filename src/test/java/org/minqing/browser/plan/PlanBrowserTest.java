package org.minqing.browser.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;
import org.minqing.time.Times;

/** A plan on the telephone: of whoever promised it, and of the resident who waits for it. */
@MinqingTest
class PlanBrowserTest extends FieldTalk {

    private static final String HANDLER = "ganshui-secretary-erju";

    @Test
    void whoPromisedItTellsOfItAndTheResidentFollows() {
        var receipt = receipt(said("ganshui-sanju-01", "水渠要修", "渠道年久失修，想修一修。").put("category", "irrigation"));
        var number = receipt.path("number").asText();
        responded(GRID, number);
        var until = LocalDate.now(Times.ZONE).plusDays(90);
        var handling = worker("phone-plan-make", HANDLER);
        openTask(handling, HANDLER, "handleDirectly", number);
        handling.page().locator("[data-field=outcome]").getByText("纳入计划").tap();
        handling.page().fill("#result", "列入今冬水利计划，修渠四百米。");
        handling.page().fill("#planUntil", until.toString());
        handling.screenshot("plan", whole());
        Assertions.assertThat(handling.barriers()).isEmpty();
        handling.page().locator("#submit").tap();
        assertThat(handling.page().locator(".box.good")).containsText("已提交 " + number);

        var phone = worker("phone-plan", HANDLER);
        var page = phone.page();
        openTask(phone, HANDLER, "followPlan", number);
        assertThat(page.locator("#result-title")).hasText("办理结果");
        assertThat(page.locator("main")).containsText(Times.day(until));
        phone.screenshot("follow", whole());
        page.getByText("办结销账").tap();
        assertThat(page.locator("[data-field=outcome]")).isVisible();
        page.locator("[data-field=outcome]").getByText("已解决").tap();
        phone.screenshot("end", whole());
        page.getByText("调整完成日期").tap();
        assertThat(page.locator("[data-field=newUntil]")).isVisible();
        assertThat(page.locator("[data-field=outcome]")).isHidden();
        phone.screenshot("move", whole());
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        Assertions.assertThat(phone.barriers()).isEmpty();

        var resident = browser.phone(api.base(), "phone-plan-resident");
        resident.open("/track/" + receipt.path("trackingCode").asText());
        assertThat(resident.page().locator("header .status")).containsText("已列入计划，预计" + Times.day(until));
        assertThat(resident.page().locator("main")).containsText("接受这个答复吗");
        resident.screenshot("tracked", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();
        resident.page().getByText("去评价").tap();
        assertThat(resident.page().locator("main")).containsText("接受这个答复吗？");
        resident.screenshot("rate", whole());
        Assertions.assertThat(resident.barriers()).isEmpty();
        Assertions.assertThat(sideways(resident.page())).isLessThanOrEqualTo(390);
        Assertions.assertThat(phone.problems()).isEmpty();

        var desk = browser.phone(api.base(), "phone-plan-card");
        open(desk, "ganshui-supervisor", "/desk/appeals/" + number);
        assertThat(desk.page().locator("main")).containsText("下次反馈不晚于");
        desk.screenshot("card", whole());
        Assertions.assertThat(desk.barriers()).isEmpty();
        api.post("/api/track/" + receipt.path("trackingCode").asText() + "/withdrawal", "{}");
    }
}
