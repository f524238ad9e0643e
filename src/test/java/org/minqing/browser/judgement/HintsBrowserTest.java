package org.minqing.browser.judgement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.TasklistTalk;
import org.minqing.support.MinqingTest;

/** Whoever writes of danger reads whom to call before he has handed anything in. */
@MinqingTest
class HintsBrowserTest extends TasklistTalk {

    private static final String GAS = "厨房煤气罐漏气，味道很重，老人还在屋里睡觉。";

    @Test
    void theResidentReadsWhomToCallWhileHeWritesAndFindsTheCategoryChosen() {
        var phone = browser.phone(api.base(), "hints-phone");
        var page = phone.page();
        var asked = requests(page);
        phone.open("/submit?locality=ganshui");
        assertThat(page.locator("#hint-calls")).isHidden();
        page.locator("#description").fill(GAS);
        var call = page.locator("#hint-calls a").first();
        assertThat(call).hasText("有人身危险请立即拨打119（燃气泄漏）");
        assertThat(call).hasAttribute("href", "tel:119");
        phone.screenshot("danger", new Page.ScreenshotOptions());
        Assertions.assertThat(call.boundingBox().y).isBetween(0.0, 800.0);
        Assertions.assertThat(call.boundingBox().height).isGreaterThanOrEqualTo(44);
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.locator("#step-1 [data-go='2']").tap();
        assertThat(page.locator("#category")).hasValue("gas");
        assertThat(page.locator("#hint-category")).isVisible();
        assertThat(page.locator("#title")).hasValue("厨房煤气罐漏气，味道很重，老人还在屋里睡觉");
        // Whom to call stays in sight in each step.
        assertThat(call).isVisible();
        phone.screenshot("taken", new Page.ScreenshotOptions().setFullPage(true));

        page.goBack();
        page.locator("#description").fill("路灯不亮。");
        assertThat(page.locator("#hint-calls")).isHidden();
        // What he writes is in no address.
        Assertions.assertThat(asked)
                .isNotEmpty()
                .allSatisfy(url -> Assertions.assertThat(url).endsWith("/api/hints"));
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void withoutScriptsTheResidentIsToldOnceItIsFiled() {
        var resident = browser.withoutScripts(api.base(), "hints-without");
        var page = resident.page();
        resident.open("/submit?locality=ganshui");
        assertThat(page.locator("#hint-calls")).isHidden();
        page.locator("#category").selectOption("other");
        page.locator("#title").fill("家里有气味");
        page.locator("#description").fill(GAS);
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".receipt")).containsText("有人身危险请立即拨打119");
        assertThat(page.locator(".receipt")).containsText("类别可能是");
        page.getByText("看办理进度").click();
        page.getByText("撤回诉求").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认撤回"))
                .click();
    }

    @Test
    void theRegistrarWithACallerOnTheLineReadsItInTheFormAndTakesTheCategory() {
        var registrar = visitor("hints-registrar");
        open(registrar, "ganshui-registrar", TASKLIST);
        var page = registrar.page();
        page.locator(".start-process-action a").click();
        page.locator(".modal-body").getByText("诉求办理").click();
        field(registrar, "诉求标题").locator("input").fill("家里有气味");
        field(registrar, "诉求内容").locator("textarea").fill(GAS);
        field(registrar, "发生地点").locator("input").click();
        assertThat(page.locator(".minqing-hints .minqing-call").first()).hasText("有人身危险请立即拨打119（燃气泄漏）");
        registrar.screenshot("danger");
        page.locator(".minqing-hints button").click();
        assertThat(field(registrar, "诉求类别").locator(".fjs-select-display")).hasText("供气");
        assertThat(page.locator(".minqing-hints button")).hasCount(0);
        registrar.screenshot("taken");
        field(registrar, "诉求标题").locator("input").fill("请来看看");
        field(registrar, "诉求内容").locator("textarea").fill("请来看看吧。");
        assertThat(page.locator(".minqing-hints")).isHidden();
        Assertions.assertThat(registrar.problems()).isEmpty();
    }

    private static List<String> requests(Page page) {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> {
            if (request.resourceType().equals("xhr")) {
                asked.add(request.url());
            }
        });
        return asked;
    }
}
