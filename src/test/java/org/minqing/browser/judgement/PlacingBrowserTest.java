package org.minqing.browser.judgement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;

/** A dispatcher with a caller who does not know where he is, and a secretary whose grid does not answer, on a telephone. */
@MinqingTest
class PlacingBrowserTest extends FieldTalk {

    private static final String JUSTICE = "ganshui-rule-of-law-justice";

    @Test
    void theDispatcherSendsItToADepartmentInOneStep() {
        var body = said("ganshui-sanju-01", "两家为排水吵起来", "来电人说不清是哪个村，两家为排水吵了一上午。");
        body.remove("location");
        var number = submitted(body);
        var phone = worker("phone-placing", DISPATCHER);
        var page = phone.page();
        openTask(phone, DISPATCHER, "rerouteAppeal", number);
        assertThat(page.locator("#respondUnit")).isVisible();
        assertThat(page.locator("#holder")).isHidden();
        page.getByText("派给部门或岗位").tap();
        assertThat(page.locator("#respondUnit")).isHidden();
        page.locator("#holder").selectOption(JUSTICE);
        page.locator("#note").fill("来电人说不清地点，先由司法调解岗联系。");
        phone.screenshot("filled", whole());
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        page.locator("#submit").tap();
        assertThat(page.locator(".box.good")).containsText("已提交 " + number);
        Assertions.assertThat(api.as("ganshui-safety").hasTask("respondAppeal", number))
                .isTrue();
        Assertions.assertThat(api.as(DISPATCHER).hasTask("rerouteAppeal", number))
                .isFalse();
        Assertions.assertThat(phone.problems()).isEmpty();
        Assertions.assertThat(phone.barriers()).isEmpty();
    }

    @Test
    void aCallNeedsANumberAndTheFormSaysSoWhereItIsMissing() {
        var body = said("ganshui-sanju-01", "路口积水", "路口下雨就积水，请来看看。");
        var number = submitted(body);
        var phone = worker("phone-number", GRID);
        var page = phone.page();
        openTask(phone, number);
        assertThat(page.locator("#contactPhone")).isHidden();
        page.getByText("电话联系").tap();
        assertThat(page.locator("#contactPhone")).isVisible();
        page.getByText("居民本人").tap();
        page.locator("#finding").fill("电话说明了安排。");
        page.locator("#submit").tap();
        assertThat(page.locator("#problems")).containsText("没有留电话");
        phone.screenshot("refused", whole());
        page.locator("#contactPhone").fill("023-0000-7444");
        Assertions.assertThat((String) page.evaluate("JSON.stringify(localStorage)"))
                .doesNotContain("0000-7444");
        page.locator("#submit").tap();
        assertThat(page.locator(".box.good")).containsText("已提交 " + number);
        Assertions.assertThat(phone.barriers()).isEmpty();
    }
}
