package org.minqing.joint;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.TasklistTalk;
import org.minqing.support.MinqingTest;

/** The same in the engine's own Tasklist. */
@MinqingTest
class JointTasklistBrowserTest extends TasklistTalk {

    @Test
    void whoIsAskedAndWhoLeadsReadWhereItStandsAboveTheirForms() {
        var number = submitted(said("shibu-jijiahe-01", "地界说不清", "两家地界说不清。").put("category", "land"));
        responded("shibu-grid-02", number);
        var asked = api.as("shibu-livelihood")
                .task("giveOpinion", number)
                .path("id")
                .asText();
        var worker = visitor("tasklist-opinion");
        open(worker, "shibu-livelihood", TASKLIST + "#/?task=" + asked);
        assertThat(worker.page().locator(".joint-text")).containsText("平安法治办公室司法调解岗：待提出");
        field(worker, "意见内容").locator("textarea").fill("底册在站里");
        worker.screenshot("opinion");
        Assertions.assertThat(worker.problems()).isEmpty();
        completed(
                "shibu-livelihood",
                "giveOpinion",
                number,
                "{\"position\":\"notOurs\",\"jointOpinion\":\"这块是宅基地，不是承包地\"}");

        var lead = visitor("tasklist-lead");
        var led = api.as("shibu-construction")
                .task("handleWithDepartment", number)
                .path("id")
                .asText();
        open(lead, "shibu-construction", TASKLIST + "#/?task=" + led);
        assertThat(lead.page().locator(".joint-text")).containsText("不属本单位职责。这块是宅基地");
        assertThat(field(lead, "会办意见未齐的理由")).isVisible();
        lead.page().locator(".joint-text").scrollIntoViewIfNeeded();
        lead.screenshot("lead");
        Assertions.assertThat(lead.problems()).isEmpty();
        completed("shibu-safety", "giveOpinion", number, "{\"position\":\"agreed\",\"jointOpinion\":\"可以调解\"}");
        completed("shibu-construction", "handleWithDepartment", number, """
                {"action":"done","outcome":"solved","result":"量过","evidenceKind":"document","evidence":"记录"}""");
    }
}
