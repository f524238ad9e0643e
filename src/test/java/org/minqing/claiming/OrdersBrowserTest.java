package org.minqing.claiming;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** A volunteer with his telephone. */
@MinqingTest
class OrdersBrowserTest extends FieldTalk {

    @Test
    void aVolunteerClaimsWhatHeCanDoAndGivesItBackWithAReason() {
        var number = submitted(
                said("ganshui-shuanglong-01", "村口垃圾没人清", "村口堆了几天垃圾，路过要绕着走。").put("category", "sanitation"));
        var phone = worker("phone-orders", "ganshui-volunteer-shuanglong");
        var page = phone.page();
        page.navigate(api.base() + "/desk/orders");
        var line = page.locator("li").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(line).containsText("前可以接单");
        sound(phone, "list");
        line.locator("button[value=claim]").tap();
        assertThat(line).containsText("我接的单");
        line.locator("summary").tap();
        line.locator("input[name=reason]").fill("要挖机才行");
        Assertions.assertThat(small(phone)).isEmpty();
        sound(phone, "mine");
        line.locator("button[value=giveBack]").tap();
        assertThat(page.locator("main")).not().containsText("我接的单");
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    private static void sound(Visitor phone, String picture) {
        phone.screenshot(picture, whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(phone.page())).isLessThanOrEqualTo(390);
    }
}
