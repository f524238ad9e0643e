package org.minqing.browser.judgement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Hand;
import org.minqing.support.MinqingTest;

/** Somebody stands at the door and finds that it is something else than what was written down. */
@MinqingTest
class CorrectionBrowserTest extends FieldTalk {

    private final Hand hand = new Hand();

    @Test
    void aGasLeakFoundAtTheDoorTakesFourTapsAtMost() {
        var number = appeal("楼道里有怪味", "safety-hazard", "楼道里有怪味，说不清是什么。");
        var phone = worker("phone-correct", GRID);
        var page = phone.page();
        openTask(phone, number);
        hand.tap(page.locator("a.correct"));
        phone.screenshot("correction", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        Assertions.assertThat(small(phone)).isEmpty();
        hand.tap(page.getByText("燃气泄漏").first());
        hand.tap(page.locator("button.danger"));
        assertThat(page.locator("h1")).hasText("楼道里有怪味");
        assertThat(page.locator("header .tag").first()).hasText("特急");
        phone.screenshot("corrected", whole());
        System.out.println("From the open task to the corrected judgement: " + hand.taps() + " taps");
        Assertions.assertThat(hand.taps()).isLessThanOrEqualTo(4);

        phone.open("/desk/appeals/" + number);
        assertThat(page.locator("#corrections")).containsText("燃气泄漏");
        phone.screenshot("card", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void everythingElseStandsBelowWithWhatIsKnownAndAFaultIsToldAtItsField() {
        var number = appeal("门口堆物", "other", "门口堆了杂物。");
        var phone = worker("phone-correct-more", GRID);
        var page = phone.page();
        phone.open("/desk/appeals/" + number + "/correction");
        page.locator("summary").tap();
        page.locator("#category").selectOption("street-lighting");
        page.locator("details button[type=submit]").tap();
        assertThat(page.locator(".box.wrong[role=alert]")).containsText("必填");
        assertThat(page.locator("#category")).hasValue("street-lighting");
        phone.screenshot("correction-refused", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.locator(".box.wrong[role=alert] a").tap();
        assertThat(page.locator("details textarea")).isFocused();
        page.locator("details textarea").fill("是路灯不亮");
        page.locator("details button[type=submit]").tap();
        assertThat(page.locator("#corrections")).containsText("路灯照明");
        Assertions.assertThat(phone.problems()).allMatch(p -> p.contains("400"));
    }
}
