package org.minqing.joint;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** Lead and co-handler, each with his telephone. */
@MinqingTest
class JointBrowserTest extends FieldTalk {

    private static final String OPINION = """
            {"position":"needs","jointOpinion":"承包合同在站里有底册，量地前先请双方到场确认。","figure":"争议面积约 0.3 亩"}""";

    @Test
    void aCoHandlerGivesHisOpinionOnHisTelephone() {
        var number = aBoundary();
        var phone = worker("phone-opinion", "shibu-livelihood");
        var page = phone.page();
        openTask(phone, "shibu-livelihood", "giveOpinion", number);
        assertThat(page.locator("#figure")).isVisible();
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHasText("不属本单位职责"))
                .tap();
        assertThat(page.locator("#figure")).isHidden();
        page.getByText("有要求或条件").tap();
        page.fill("#jointOpinion", "承包合同在站里有底册，量地前先请双方到场确认。");
        page.fill("#figure", "争议面积约 0.3 亩");
        sound(phone, "task");
        Assertions.assertThat(small(phone)).isEmpty();
        page.locator("#submit").tap();
        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + number);
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void theLeadSeesWhoHasAnsweredAsksRemindsAndReleases() {
        var number = aBoundary();
        completed("shibu-livelihood", "giveOpinion", number, OPINION);
        var phone = worker("phone-lead", "shibu-construction");
        var page = phone.page();
        openTask(phone, "shibu-construction", "handleWithDepartment", number);
        assertThat(page.locator("main")).containsText("承包合同在站里有底册");
        page.getByText("办理完毕").tap();
        page.fill("#result", "双方到场量过，地界以老石桩为准。");
        page.getByText("已解决").tap();
        page.getByText("照片或文件").tap();
        page.fill("#evidence", "测量记录一份，双方签字。");
        page.locator("#submit").tap();
        assertThat(page.locator("#problems")).containsText("平安法治办公室司法调解岗");
        sound(phone, "refused");
        Assertions.assertThat(small(phone)).isEmpty();
        page.getByText("催办、另请会办、不再需要").tap();
        sound(phone, "card");
        page.locator("#joint summary").last().tap();
        page.locator("#joint details").last().locator("button").tap();
        assertThat(page.locator(".box.wrong")).containsText("请其答复的事");
        page.locator("#coHandler").selectOption("shibu-livelihood-civil-affairs");
        page.fill("#jointQuestion", "两户里有没有低保户？");
        sound(phone, "ask");
        page.locator("#joint details").last().locator("button").tap();
        assertThat(page.locator("#joint")).containsText("两户里有没有低保户？");
        page.locator("#joint summary").first().tap();
        page.locator("#joint details[open] input[name=reason]").fill("双方已经和解");
        page.locator("#joint details[open] button").tap();
        assertThat(page.locator("#joint")).containsText("双方已经和解");
        sound(phone, "released");

        var desk = browser.visitor(api.base(), "desk-lead");
        open(desk, "shibu-construction", "/desk/appeals/" + number);
        desk.screenshot("card", whole());
        Assertions.assertThat(desk.barriers()).isEmpty();
    }

    private String aBoundary() {
        var number = submitted(
                said("shibu-jijiahe-01", "地界说不清", "两家地界说不清，去年种的树挪了位置。").put("category", "land"));
        responded("shibu-grid-02", number);
        return number;
    }

    private static void sound(Visitor phone, String picture) {
        phone.screenshot(picture, whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(phone.page())).isLessThanOrEqualTo(390);
    }
}
