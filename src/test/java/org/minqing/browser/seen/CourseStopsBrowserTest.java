package org.minqing.browser.seen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.support.MinqingTest;

/** Where an appeal stands is read in words before anybody looks at a diagram. */
@MinqingTest
class CourseStopsBrowserTest extends FieldTalk {

    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");

    @Test
    void whatWasDoneWhatIsDoneNowAndWhatComesNextStandsOnTheFirstScreenOfATelephone() {
        var number = appeal("三居宣传栏旧了", "other", "宣传栏的字看不清了，请换一换。");
        responded(number);
        var phone = browser.phone(api.base(), "stops");
        open(phone, "ganshui-supervisor", "/desk/appeals/" + number + "/process");
        var page = phone.page();
        assertThat(page.locator(".stops .done").first()).containsText(MINUTE);
        assertThat(page.locator(".stops .done").getByText("首次响应")).isVisible();
        var now = page.locator(".stops .now");
        assertThat(now).hasCount(1);
        assertThat(now).hasAttribute("aria-current", "step");
        assertThat(now).containsText("正在办");
        assertThat(now).containsText("办结期限");
        assertThat(page.locator(".stops .next").last()).containsText("接下来");
        var box = now.boundingBox();
        Assertions.assertThat(box.y + box.height).isLessThan(844);
        assertThat(page.locator("#diagram .window")).isHidden();
        phone.screenshot("folded", whole());
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        Assertions.assertThat(phone.barriers()).isEmpty();

        page.locator("#diagram-title").tap();
        assertThat(page.locator("#diagram[data-drawn]")).isVisible();
        assertThat(page.locator("#diagram .window")).isVisible();
        phone.screenshot("unfolded", whole());
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void onAScreenTheDiagramIsUnfoldedBelowTheSameWords() {
        var number = appeal("三居台阶断了", "other", "台阶断了两级。");
        var desk = browser.visitor(api.base(), "stops-wide");
        desk.page().setViewportSize(1280, 900);
        open(desk, "ganshui-supervisor", "/desk/appeals/" + number + "/process");
        var page = desk.page();
        assertThat(page.locator("#diagram[data-drawn]")).isVisible();
        Assertions.assertThat(page.locator(".stops").boundingBox().y)
                .isLessThan(page.locator("#diagram .window").boundingBox().y);
        desk.screenshot("screen", whole());
    }

    @Test
    void ofAnEndedAppealTheEndStandsLastAndWithoutScriptsAsWell() {
        var number = appeal("三居路牌掉了", "other", "路牌掉了。");
        responded(number);
        completed("ganshui-secretary-erju", "handleDirectly", number, """
                {"action":"done","result":"已经装好","outcome":"solved","evidenceKind":"document","evidence":"现场照片3张，存社区工作群"}""");
        completed("ganshui-caller", "callResident", number, """
                {"action":"reached","contacted":"yes","answer":"yes","grade":"5"}""");
        var plain = browser.withoutScripts(api.base(), "stops-ended");
        open(plain, "ganshui-supervisor", "/desk/appeals/" + number + "/process");
        var page = plain.page();
        assertThat(page.locator(".stops li").last()).containsText("已办结");
        assertThat(page.locator(".stops .now, .stops .next")).hasCount(0);
        assertThat(page.locator("#diagram")).isHidden();
        plain.screenshot("ended", whole());
    }
}
