package org.minqing.browser.judgement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;

/** Two grids that say it is not theirs, and the leader who settles it, on telephones and at a desk. */
@MinqingTest
class RemitBrowserTest extends FieldTalk {

    private static final String LEADER = "ganshui-leader";

    @Test
    void whatTwoGridsReturnTheLeaderSettlesAndTheFormOffersNoReturnAnyMore() {
        var number = appeal("桥头路灯不亮", "other", "两村交界的桥头路灯一直不亮。");
        returned(number);
        completed(
                DISPATCHER,
                "rerouteAppeal",
                number,
                "{\"action\":\"reroute\",\"respondUnit\":\"ganshui-erju-01\",\"note\":\"桥头靠二居一侧，请核实\"}");

        var grid = worker("phone-remit-grid", "ganshui-grid-01");
        openTask(grid, "ganshui-grid-01", "respondAppeal", number);
        grid.page().locator("#action").getByText("退回派单员").tap();
        assertThat(grid.page().locator("#returnGround")).isVisible();
        grid.page().locator("#returnGround").selectOption("wrongPlace");
        grid.page().locator("#returnReason").fill("按村界图，桥头在三居一侧，请由三居响应。");
        grid.screenshot("returning", whole());
        Assertions.assertThat(grid.barriers()).isEmpty();
        Assertions.assertThat(sideways(grid.page())).isLessThanOrEqualTo(390);
        grid.page().locator("#submit").tap();
        assertThat(grid.page().locator("[role=status].box.good")).containsText("已提交 " + number);

        var leader = worker("phone-remit-leader", LEADER);
        openTask(leader, LEADER, "settleRemit", number);
        assertThat(leader.page().locator("main")).containsText("桥头在三居一侧");
        leader.page().locator("#holder").selectOption("ganshui-sanju-01-grid-worker");
        leader.page().locator("#settlementReason").fill("按村界图，桥头归三居社区第一网格。");
        leader.screenshot("settling", whole());
        Assertions.assertThat(leader.barriers()).isEmpty();
        Assertions.assertThat(sideways(leader.page())).isLessThanOrEqualTo(390);

        var desk = browser.visitor(api.base(), "tasklist-remit-leader");
        open(
                desk,
                LEADER,
                "/camunda/app/tasklist/default/#/?task="
                        + api.as(LEADER).task("settleRemit", number).path("id").asText());
        assertThat(desk.page().locator(".remit-dispute")).containsText("桥头在三居一侧");
        desk.screenshot("settling", whole());
        Assertions.assertThat(desk.problems()).isEmpty();

        leader.page().locator("#submit").tap();
        assertThat(leader.page().locator("[role=status].box.good")).containsText("已提交 " + number);
        var settled = worker("phone-remit-settled", GRID);
        openTask(settled, number);
        assertThat(settled.page().locator("#action")).containsText("已响应");
        assertThat(settled.page().locator("#action")).not().containsText("退回派单员");
        settled.screenshot("settled", whole());
        var taken = browser.visitor(api.base(), "tasklist-remit-settled");
        open(
                taken,
                GRID,
                "/camunda/app/tasklist/default/#/?task="
                        + api.as(GRID).task("respondAppeal", number).path("id").asText());
        assertThat(taken.page().locator(".task-form-container, .fjs-container").first())
                .containsText("未联系上");
        assertThat(taken.page().getByText("退回派单员", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        taken.screenshot("settled", whole());
    }
}
