package org.minqing.browser.judgement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.browser.TasklistTalk;
import org.minqing.support.MinqingTest;

/** A question, a word of thanks and a call for help, from those who have them to those who answer. */
@MinqingTest
class TypesBrowserTest extends TasklistTalk {

    @Test
    void aResidentSaysWhatItIsInHisOwnWordsOnHisTelephone() {
        var phone = browser.phone(api.base(), "type-resident");
        phone.open("/submit?locality=ganshui");
        var page = phone.page();
        page.fill("#description", "新房怎么办理燃气开户，需要带什么材料？");
        page.locator("#step-1 [data-go='2']").tap();
        assertThat(page.locator("#type")).hasValue("consultation");
        assertThat(page.locator("#type option")).hasCount(7);
        phone.screenshot("submit", whole());
        Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.locator("#type").selectOption("consultation");
        page.locator("#category").selectOption("gas");
        page.fill("#title", "新房怎么办理燃气开户");
        page.locator("#step-2 [data-go='3']").tap();
        page.locator("main button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*/track/.*"));
        assertThat(page.locator(".eyebrow")).containsText("咨询");
        phone.screenshot("receipt", whole());
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void whatAResidentTickedReachesTheTables() {
        var phone = browser.phone(api.base(), "type-danger");
        phone.open("/submit?locality=ganshui");
        var page = phone.page();
        page.fill("#description", "楼道里有很重的煤气味，怎么办？");
        page.locator("#step-1 [data-go='2']").tap();
        page.locator("#type").selectOption("consultation");
        page.locator("#category").selectOption("gas");
        page.fill("#title", "楼道里有煤气味");
        page.locator("#more summary").tap();
        page.locator("[id='facts.danger']").selectOption("gas");
        page.locator("[id='facts.lineCut']").check();
        page.locator("#step-2 [data-go='3']").tap();
        page.locator("main button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*/track/.*"));
        var number = page.locator(".number").first().innerText();
        Assertions.assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .list())
                .extracting(task -> task.getTaskDefinitionKey())
                .containsExactlyInAnyOrder("userTask_rerouteAppeal", "userTask_removeDanger", "userTask_removeDanger");
        // What is dangerous stands first in the lists of others.
        var code = page.url().replaceAll(".*/track/([A-Z0-9]+).*", "$1");
        Assertions.assertThat(
                        api.post("/api/track/" + code + "/withdrawal", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void theRegistrarAnswersAConsultationOnTheTelephone() {
        var number = filed("consultation", "老年证在哪里办");
        var phone = browser.phone(api.base(), "type-answer");
        open(phone, "ganshui-registrar", "/desk/tasks");
        assertThat(phone.page().locator("main")).containsText("老年证在哪里办");
        phone.screenshot("list", whole());
        var task = api.as("ganshui-registrar").task("answerConsultation", number);
        phone.open("/desk/tasks/" + task.path("id").asText());
        var page = phone.page();
        assertThat(page.locator("#do")).hasText("答复咨询");
        page.getByText("在查询页上答复").tap();
        page.locator("[data-fills=answer] .chip").first().tap();
        phone.screenshot("filled", whole());
        Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.locator("#submit").tap();
        assertThat(page.locator(".box.good")).containsText("已提交 " + number);
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void theRegistrarAnswersAConsultationInTasklist() {
        var number = filed("consultation", "新房怎么办理燃气开户");
        var registrar = visitor("type-registrar");
        open(registrar, "ganshui-registrar", TASKLIST);
        var page = registrar.page();
        assertThat(page.locator(".task-filter.active")).containsText("待答复");
        page.locator(".minqing-card", new Page.LocatorOptions().setHasText(number))
                .first()
                .click();
        assertThat(page.locator(".appeal-head")).containsText("咨询");
        page.locator(".minqing-claim").click();
        assertThat(page.locator(".minqing-card", new Page.LocatorOptions().setHasText(number)))
                .containsText("我已认领");
        page.getByText("当面答复").click();
        field(registrar, "答复内容").locator("textarea").fill("带身份证和房产证，到燃气公司营业厅办理。");
        registrar.screenshot("filled");
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator(".minqing-told-next")).isVisible();
        Assertions.assertThat(registrar.problems()).isEmpty();
        Assertions.assertThat(api.as("ganshui-registrar").hasTask("answerConsultation", number))
                .isFalse();
    }

    @Test
    void theRegistrarThanksForPraiseInTasklist() {
        var number = filed("praise", "谢谢网格员帮我母亲办好了认证");
        var registrar = visitor("type-praise");
        open(registrar, "ganshui-registrar", TASKLIST);
        var page = registrar.page();
        page.locator(".minqing-card", new Page.LocatorOptions().setHasText(number))
                .first()
                .click();
        assertThat(page.locator(".appeal-head")).containsText("表扬");
        page.locator(".minqing-claim").click();
        assertThat(page.locator(".minqing-card", new Page.LocatorOptions().setHasText(number)))
                .containsText("我已认领");
        page.locator(".minqing-text").first().click();
        assertThat(page.locator("textarea").first()).hasValue(Pattern.compile("谢谢您的肯定.*"));
        field(registrar, "转达给谁").locator("input").fill("二居社区第一网格网格员");
        registrar.screenshot("filled");
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator(".minqing-told-next")).isVisible();
        Assertions.assertThat(registrar.problems()).isEmpty();
    }

    @Test
    void whoTakesACallDownChoosesTheTypeAndTheDanger() {
        var registrar = visitor("type-register");
        open(registrar, "ganshui-registrar", TASKLIST);
        var page = registrar.page();
        page.locator(".start-process-action a").click();
        page.locator(".modal-body").getByText("诉求办理").click();
        assertThat(field(registrar, "诉求类型").locator("input").first()).hasValue("求助");
        field(registrar, "诉求标题").locator("input").fill("老人在家昏倒");
        field(registrar, "诉求内容").locator("textarea").fill("独居老人在家昏倒了叫不醒。");
        field(registrar, "诉求类别").locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").getByText("其他").first().click();
        field(registrar, "现在有人有危险").locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").getByText("伤病昏迷").click();
        registrar.screenshot("form");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).hasCount(0);
        Assertions.assertThat(registrar.problems()).isEmpty();
    }

    private String filed(String type, String title) {
        return submitted(said("ganshui-erju-01", title, title + "？").put("type", type));
    }

    private static Page.ScreenshotOptions whole() {
        return new Page.ScreenshotOptions().setFullPage(true);
    }
}
