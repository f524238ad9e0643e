package org.minqing.split;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** A lead splits an appeal on his telephone, and its resident follows it there. */
@MinqingTest
class SplitBrowserTest extends FieldTalk {

    @Test
    void theLeadSplitsOnHisTelephone() {
        var number = submitted(said("shibu-jijiahe-01", "路口又黑又乱", "路口的灯不亮，路边的界桩也被人挪了。"));
        responded("shibu-grid-02", number);
        var phone = worker("phone-split", "shibu-secretary-jijiahe");
        var page = phone.page();
        openTask(phone, "shibu-secretary-jijiahe", "handleDirectly", number);
        page.getByText("分件办理：按地点或事项分给几个单位").tap();
        sound(phone, "split");
        matter(phone, 0, "路灯不亮", "property");
        page.locator("form#subCases button.wide").tap();
        assertThat(page.locator(".box.wrong")).isVisible();
        sound(phone, "refused");
        matter(phone, 1, "界桩被挪动", "land");
        page.locator("form#subCases button.wide").tap();
        assertThat(page.locator("#split")).containsText(number + "-2");
        sound(phone, "tree");
        page.getByText("再分一件、撤出分件").tap();
        page.locator("summary").first().tap();
        sound(phone, "takeOut");
        page.locator("details[open] textarea").fill("现场看过，灯已由供电公司修好");
        page.locator("details[open] button.danger").tap();
        assertThat(page.locator("#split")).containsText("已撤出");
        Assertions.assertThat(phone.problems().stream()
                        .filter(p -> !p.contains("400"))
                        .toList())
                .isEmpty();
    }

    private static void matter(Visitor phone, int block, String title, String category) {
        var page = phone.page();
        page.locator("[name='subCases[" + block + "].title']").fill(title);
        page.locator("[name='subCases[" + block + "].description']").fill("请到现场看过再办。");
        page.locator("[name='subCases[" + block + "].category']").selectOption(category);
    }

    private static void sound(Visitor phone, String picture) {
        phone.screenshot(picture, whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(phone.page())).isLessThanOrEqualTo(390);
    }
}
