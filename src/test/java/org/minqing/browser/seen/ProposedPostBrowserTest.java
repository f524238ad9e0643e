package org.minqing.browser.seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** The dispatcher confirms what the decision tables say, or takes another post: he need not look it up. */
@MinqingTest
class ProposedPostBrowserTest extends FieldTalk {

    @Test
    void thePostThatTheTablesNameIsChosenWithTheReason() {
        var number = toTheDispatcher("大桥两边没有灯");
        var dispatcher = atTheTask("proposed", number);
        var page = dispatcher.page();
        assertThat(page.locator("#post")).hasValue("city-management");
        assertThat(page.locator("#post-hint")).containsText("系统建议由");
        assertThat(page.locator("#post-hint")).containsText("路灯照明");
        page.locator("#post").scrollIntoViewIfNeeded();
        dispatcher.screenshot("chosen");
        page.fill("#note", "请检修线路。");
        page.locator("#submit").tap();
        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + number);
    }

    @Test
    void nobodyIsProposedWhoGaveItBack() {
        var number = toTheDispatcher("隧道口没有灯");
        completed("ganshui-dispatcher", "dispatchAppeal", number, """
                {"action":"dispatch","post":"city-management","note":"请办理"}""");
        completed("ganshui-city-mgmt", "handleWithDepartment", number, """
                {"action":"returned","returnGround":"notOurRemit","returnReason":"按职责清单，这件事不归本单位办理"}""");
        var page = atTheTask("proposed-returned", number).page();
        assertThat(page.locator("#post")).hasValue("");
        assertThat(page.locator("main")).not().containsText("系统建议由");
    }

    /** What he chose and was refused stays his choice. */
    @Test
    void anotherPostThatHeChoseIsNotChangedBack() {
        var number = toTheDispatcher("渡口没有灯");
        var page = atTheTask("proposed-other", number).page();
        page.selectOption("#post", "justice");
        page.locator("#submit").tap();
        assertThat(page.locator("#problems")).isVisible();
        assertThat(page.locator("#post")).hasValue("justice");
    }

    private String toTheDispatcher(String title) {
        var body = said("ganshui-sanju-01", title, title + "，晚上看不清路。").put("category", "street-lighting");
        body.putObject("facts").put("safetyRisk", true).put("peopleAffected", 200);
        var number = submitted(body);
        responded(number);
        return number;
    }

    private Visitor atTheTask(String name, String number) {
        var phone = browser.phone(api.base(), name);
        signedInBefore(phone, DISPATCHER);
        openTask(phone, DISPATCHER, "dispatchAppeal", number);
        return phone;
    }
}
