package org.minqing.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** A resident who does not accept the answer, and the leader who reads what he says, each on his telephone. */
@MinqingTest
class ReviewBrowserTest extends FieldTalk {

    @Test
    void aResidentAsksTheLevelAboveAndReadsWhatItSays() {
        var filed = receipt(said("ganshui-erju-01", "楼道没清干净", "三单元楼道的旧家具只搬走了一半。"));
        var number = filed.path("number").asText();
        var code = filed.path("trackingCode").asText();
        responded("ganshui-grid-01", number);
        completed("ganshui-secretary-erju", "handleDirectly", number, """
                {"action":"done","result":"已通知物主清理","outcome":"solved","evidenceKind":"document","evidence":"现场照片两张"}""");
        Assertions.assertThat(
                        api.post("/api/track/" + code + "/rating", "{\"grade\":3,\"resolved\":true,\"contacted\":true}")
                                .status())
                .isEqualTo(200);

        var resident = browser.phone(api.base(), "review-resident");
        resident.open("/track/" + code);
        resident.page().locator("#review summary").tap();
        resident.page().locator("#review textarea").fill("只清了一半，轮椅还是过不去。");
        sound(resident, "ask");
        resident.page().locator("#review button[type=submit]").tap();
        assertThat(resident.page().locator("#review")).containsText("赶水镇");
        sound(resident, "asked");

        var leader = worker("review-leader", "ganshui-leader");
        var task =
                api.as("ganshui-leader").task("reviewAppeal", number).path("id").asText();
        leader.page().navigate(api.base() + "/desk/tasks/" + task);
        assertThat(leader.page().locator("main")).containsText("轮椅还是过不去");
        sound(leader, "task");
        completed("ganshui-leader", "reviewAppeal", number, """
                {"action":"answered","reviewOutcome":"changed",
                 "reviewOpinion":"经现场查看，楼道仍有旧家具。责成二居支部三日内全部清走，并由网格员当面告知居民。"}""");
        resident.open("/track/" + code);
        assertThat(resident.page().locator("#review")).containsText("三日内全部清走");
        sound(resident, "answered");
    }

    private static void sound(Visitor visitor, String where) {
        visitor.screenshot(where, new Page.ScreenshotOptions().setFullPage(true));
        Assertions.assertThat(visitor.barriers()).as(where).isEmpty();
        Assertions.assertThat(visitor.problems()).as(where).isEmpty();
        Assertions.assertThat(sideways(visitor.page())).as(where).isLessThanOrEqualTo(390);
    }
}
