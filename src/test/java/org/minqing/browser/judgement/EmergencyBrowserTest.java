package org.minqing.browser.judgement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;

/** Gas is leaking: the grid worker and the emergency officer both run, and the supervisor opens his desk a minute later. */
@MinqingTest
class EmergencyBrowserTest extends FieldTalk {

    private static final String OFFICER = "zhangjiashan-safety";

    @Test
    void bothHaveItFirstInTheirListsAndOneRespondsForBoth() {
        submitted(said("zhangjiashan-qiaotou-1", "路灯不亮", "楼下路灯不亮。"));
        var number = submitted(gas());
        var desk = browser.visitor(api.base(), "emergency-desk");
        open(desk, "zhangjiashan-supervisor", "/desk/supervision");
        assertThat(desk.page().locator(".emergencies > li").first()).containsText("无人签收");
        desk.screenshot("before", whole());
        Assertions.assertThat(desk.barriers()).isEmpty();

        var officer = worker("emergency-officer", OFFICER);
        assertThat(officer.page().locator("ul.todo > li").first()).containsText("排除险情");
        officer.screenshot("list", whole());
        openTask(officer, OFFICER, "removeDanger", number);
        officer.screenshot("task", whole());
        Assertions.assertThat(officer.barriers()).isEmpty();
        Assertions.assertThat(small(officer)).isEmpty();
        Assertions.assertThat(sideways(officer.page())).isLessThanOrEqualTo(390);
        officer.page().getByText("居民本人").tap();
        officer.page().locator("[data-fills=finding] .chip").first().tap();
        officer.page().locator("#submit").tap();
        assertThat(officer.page().locator(".box.good")).containsText("已提交 " + number);

        var grid = worker("emergency-grid", "zhangjiashan-grid-01");
        assertThat(grid.page().locator("ul.todo > li").first()).containsText("险情 · 到场支援");
        grid.screenshot("list", whole());
        Assertions.assertThat(grid.barriers()).isEmpty();

        desk.open("/desk/supervision/appeals?state=danger");
        assertThat(desk.page().locator(".tasks.open > li").first()).not().containsText("无人签收");
        desk.screenshot("list-after", whole());
        Assertions.assertThat(desk.barriers()).isEmpty();
        desk.open("/desk/appeals/" + number + "/process");
        desk.page().locator(".djs-container svg").first().waitFor();
        desk.page().setViewportSize(3400, 1800);
        desk.page().locator("[data-zoom=fit]").click();
        desk.screenshot("course", whole());

        openTask(officer, OFFICER, "removeDanger", number);
        officer.page().getByText("不能前往，退回").tap();
        assertThat(officer.page().locator("[data-field=finding]")).isHidden();
        officer.page().locator("#action").getByText("险情已排除").tap();
        officer.page().getByText("家属").tap();
        officer.page().locator("[data-fills=finding] .chip").last().tap();
        officer.screenshot("removed", whole());
        officer.page().locator("#submit").tap();
        assertThat(officer.page().locator(".box.good")).containsText("已提交 " + number);
        Assertions.assertThat(api.as("zhangjiashan-grid-01").hasTask("respondAppeal", number))
                .isFalse();
        Assertions.assertThat(officer.problems()).isEmpty();
        Assertions.assertThat(desk.problems()).isEmpty();
    }

    private static ObjectNode gas() {
        var body =
                said("zhangjiashan-qiaotou-1", "楼道里煤气味很重", "三单元楼道里煤气味很重，有老人头晕。").put("category", "gas");
        body.putObject("facts").put("danger", "fire");
        return body;
    }
}
