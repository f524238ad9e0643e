package org.minqing.browser.judgement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.browser.TasklistTalk;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The emergency officer at his desk, with other work that waits. */
@MinqingTest
class EmergencyTasklistBrowserTest extends TasklistTalk {

    private static final String OFFICER = "ganshui-safety";

    /** Whoever was in danger in a test before stands first in the same lists. */
    @BeforeEach
    void nobodyElseIsInDanger(@Autowired JdbcClient jdbc) {
        jdbc.sql("select tracking_code from appeal where closed_at is null and danger_posts <> ''")
                .query(String.class)
                .list()
                .forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    @Test
    void theDangerIsTheFirstCardAndOpensByItself() {
        var dispute = submitted(said("ganshui-erju-01", "两家为院墙争吵", "院墙占了路。"));
        responded("ganshui-grid-01", dispute);
        completed(
                "ganshui-secretary-erju",
                "handleDirectly",
                dispute,
                "{\"action\":\"returned\",\"returnGround\":\"notOurRemit\",\"returnReason\":\"邻里纠纷要由司法调解岗调解\"}");
        completed(
                "ganshui-dispatcher",
                "dispatchAppeal",
                dispute,
                "{\"action\":\"dispatch\",\"post\":\"justice\",\"note\":\"请调解\"}");
        var body = said("ganshui-erju-01", "三楼起火冒烟", "三楼窗户往外冒烟，里面有人。");
        body.putObject("facts").put("danger", "fire");
        var fire = submitted(body);

        var officer = visitor("emergency-tasklist");
        open(officer, OFFICER, TASKLIST);
        var page = officer.page();
        assertThat(page.locator(".task-filter.active")).containsText("待我响应");
        assertThat(page.locator(".minqing-card").first()).containsText("三楼起火冒烟");
        assertThat(page.locator(".minqing-card").first()).containsText("排除险情");
        assertThat(page.locator(".minqing-card")).hasCount(1);
        assertThat(page.locator(".appeal-head")).containsText(fire);
        officer.screenshot("opened");
        page.locator(".minqing-claim").click();
        assertThat(page.locator(".minqing-card").first()).containsText("我已认领");
        page.getByText("居民本人").click();
        page.locator(".minqing-text").first().click();
        officer.screenshot("filled");
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator(".minqing-told-next")).isVisible();
        assertThat(page.locator(".minqing-card").first()).containsText("排除险情");
        Assertions.assertThat(api.as(OFFICER).hasTask("removeDanger", fire)).isTrue();
        officer.screenshot("next");

        var grid = visitor("emergency-tasklist-grid");
        open(grid, "ganshui-grid-01", TASKLIST);
        assertThat(grid.page().locator(".minqing-card").first()).containsText("险情 · 到场支援");
        grid.screenshot("opened");
        Assertions.assertThat(officer.problems()).isEmpty();
        Assertions.assertThat(grid.problems()).isEmpty();
    }
}
