package org.minqing.browser.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.TasklistTalk;
import org.minqing.support.MinqingTest;

/** What a resident adds, before the eyes of whoever handles it. */
@MinqingTest
class AdditionBrowserTest extends TasklistTalk {

    @Test
    void itStandsInTheListOnTheCardAndOnTheTelephone() {
        var receipt = receipt(said("ganshui-erju-01", "路灯坏了", "三号楼的路灯坏了三天。"));
        var number = receipt.path("number").asText();
        Assertions.assertThat(api.post(
                                "/api/track/" + receipt.path("trackingCode").asText() + "/addition",
                                "{\"addition\":\"五号楼前的也坏了。\"}")
                        .status())
                .isEqualTo(200);
        var handler = visitor("addition-tasklist");
        open(handler, "ganshui-grid-01", TASKLIST);
        var card = handler.page()
                .locator(".minqing-card", new Page.LocatorOptions().setHasText(number))
                .first();
        assertThat(card).containsText("居民有补充");
        card.click();
        assertThat(handler.page().locator(".appeal-additions")).containsText("五号楼前的也坏了。");
        handler.screenshot("card");
        Assertions.assertThat(handler.problems()).isEmpty();

        var phone = browser.phone(api.base(), "addition-phone");
        open(phone, "ganshui-grid-01", "/desk/tasks");
        assertThat(phone.page().locator("main")).containsText("居民有补充");
        phone.open("/desk/tasks/"
                + api.as("ganshui-grid-01")
                        .task("respondAppeal", number)
                        .path("id")
                        .asText());
        assertThat(phone.page().locator("main")).containsText("五号楼前的也坏了。");
        phone.screenshot("task", new Page.ScreenshotOptions().setFullPage(true));
        Assertions.assertThat(phone.barriers()).isEmpty();
    }
}
