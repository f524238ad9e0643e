package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Base64;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A working day in the field, with a telephone in one hand. */
@MinqingTest
class TasksBrowserTest extends FieldTalk {

    @Autowired
    JdbcClient jdbc;

    private int taps;
    private int fields;

    @Test
    void aFirstResponseTakesSixTapsAndThreeFields() {
        var number = appeal("三居门口路灯不亮", "street-lighting", "三居市场门口两盏路灯不亮，晚上看不见台阶。");
        var phone = browser.phone(api.base(), "phone-respond");
        var page = phone.page();
        phone.open("/desk");
        page.fill("#username", GRID);
        page.fill("#password", api.password(GRID));
        tap(page.locator("main button[type=submit]"));
        assertThat(page).hasURL(Pattern.compile(".*/desk$"));
        phone.screenshot("desk", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();

        tap(page.locator(".tasks li")
                .filter(new Locator.FilterOptions().setHasText(number))
                .locator(".in-hand"));
        assertThat(page.locator("h1")).hasText("三居门口路灯不亮");
        phone.screenshot("task", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        answer(page.getByText("到场查看"));
        answer(page.getByText("居民本人"));
        var reply = page.locator("[data-fills=finding] .chip").first();
        answer(reply);
        assertThat(page.locator("#finding")).hasValue(reply.innerText());
        phone.screenshot("filled", whole());
        tap(page.locator("#submit"));

        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + number);
        phone.screenshot("done", whole());
        Assertions.assertThat(api.as(GRID).hasTask("respondAppeal", number)).isFalse();
        waitUntilNoDraftIsLeft(page);
        Assertions.assertThat(phone.problems()).isEmpty();
        System.out.println("First response on a telephone, from the button that signs in: " + taps + " taps, " + fields
                + " fields (besides user and password)");
        Assertions.assertThat(taps).isLessThanOrEqualTo(6);
        Assertions.assertThat(fields).isLessThanOrEqualTo(3);
    }

    @Test
    void everyTargetIsLargeEnoughForAThumb() {
        var number = appeal("巷子口积水", "other", "巷子口下雨就积水。");
        var phone = worker("phone-targets", GRID);
        phone.open("/desk/tasks");
        Assertions.assertThat(small(phone)).isEmpty();
        openTask(phone, number);
        Assertions.assertThat(small(phone)).isEmpty();
    }

    @Test
    void whoReachedNobodySaysSoAndWhoIsNotConcernedSendsItBack() {
        var number = appeal("后街井盖松动", "other", "后街的井盖松了，车过会响。");
        var phone = worker("phone-choices", GRID);
        var page = phone.page();
        openTask(phone, number);
        assertThat(page.locator("#attemptKind")).isHidden();
        page.getByText("未联系上").tap();
        assertThat(page.locator("#attemptKind")).isVisible();
        assertThat(page.locator("[data-field=finding]")).isHidden();
        phone.screenshot("not-reached", whole());
        page.locator("#attemptKind").getByText("电话").tap();
        page.locator("#submit").tap();
        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + number);
        // Nobody was reached, so somebody must still be.
        Assertions.assertThat(api.as(GRID).hasTask("respondAppeal", number)).isTrue();

        openTask(phone, number);
        page.locator("summary").last().tap();
        page.getByText("退回派单员").tap();
        page.locator("#submit").tap();
        assertThat(page.locator("#problems")).containsText("“退回依据”必须填写。");
        assertThat(page.locator("#problems")).containsText("“退回事由”必须填写。");
        phone.screenshot("refused", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.locator("#problems a").first().tap();
        assertThat(page.locator("#returnGround")).isFocused();
        page.selectOption("#returnGround", "wrongPlace");
        page.locator("[data-fills=returnReason] .chip").first().tap();
        page.locator("#submit").tap();
        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + number);
        Assertions.assertThat(api.as(GRID).hasTask("respondAppeal", number)).isFalse();
        Assertions.assertThat(phone.problems()).allMatch(p -> p.contains("400"));
    }

    @Test
    void aBranchSecretaryHandlesWithAResult() {
        var number = appeal("水渠淤堵", "irrigation", "渠道被泥石堵住，水过不来。");
        responded(number);
        var phone = worker("phone-secretary", "ganshui-secretary-erju");
        var page = phone.page();
        phone.open("/desk/tasks");
        phone.screenshot("list", whole());
        openTask(phone, "ganshui-secretary-erju", "handleDirectly", number);
        page.getByText("调整时限").tap();
        page.getByText("恢复计时").tap();
        assertThat(page.locator("[data-field=days]")).isHidden();
        page.getByText("申请延期").tap();
        assertThat(page.locator("[data-field=days]")).isVisible();
        phone.screenshot("limit-change", whole());
        page.getByText("办理完毕").tap();
        assertThat(page.locator("[data-field=days]")).isHidden();
        page.locator("[data-fills=result] .chip").first().tap();
        page.getByText("已解决").tap();
        // Whoever handles at night: what came of it, one way to prove it, and where that is.
        page.getByText("照片或文件").tap();
        page.fill("#evidence", "照片 2 张，存村委会相册。");
        assertThat(page.locator("[data-field=witnessName]")).isHidden();
        assertThat(page.locator("[data-field=planUntil]")).isHidden();
        phone.screenshot("result", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.locator("#submit").tap();
        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + number);
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void aDepartmentHandlesWithAResult() {
        var number = appeal("广场灯不亮", "street-lighting", "广场东侧三盏灯不亮。");
        responded(number);
        if (api.as(DISPATCHER).hasTask("dispatchAppeal", number)) {
            var sent = api.as(DISPATCHER)
                    .complete(
                            "dispatchAppeal",
                            number,
                            "{\"action\":\"dispatch\",\"post\":\"city-management\",\"note\":\"请办理\"}");
            Assertions.assertThat(sent.status()).as(sent.raw().body()).isEqualTo(200);
        }
        var phone = worker("phone-department", "ganshui-city-mgmt");
        var page = phone.page();
        openTask(phone, "ganshui-city-mgmt", "handleWithDepartment", number);
        page.locator("[data-fills=result] .chip").first().tap();
        page.getByText("已解决").tap();
        page.getByText("可核对的数量").tap();
        page.fill("#figureWhat", "修好路灯");
        page.fill("#figureAmount", "3");
        page.fill("#figureUnit", "盏");
        phone.screenshot("figure", whole());
        page.locator("#submit").tap();
        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + number);
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void theTelephoneNumberIsShownOnceAndWhatWasTypedStays() {
        var number = appeal("楼道灯不亮", "other", "楼道灯不亮。");
        var phone = worker("phone-contact", GRID);
        var page = phone.page();
        openTask(phone, number);
        var address = page.url();
        page.fill("#finding", "先打个电话问问");
        page.getByText("联系居民核实情况").tap();
        assertThat(page.locator("a.call")).hasAttribute("href", "tel:13800000000");
        assertThat(page.locator("#finding")).hasValue("先打个电话问问");
        phone.screenshot("contact", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        // Loading it again looks nothing up.
        assertThat(page).hasURL(address);
        page.reload();
        assertThat(page.locator("a.call")).hasCount(0);
        Assertions.assertThat(kept(page)).doesNotContain("13800000000");
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    @Test
    void tasksAreTakenGivenBackAndLost() {
        var number = appeal("垃圾桶满了", "other", "垃圾桶满了没人收。");
        var phone = worker("phone-claim", GRID);
        var page = phone.page();
        openTask(phone, number);
        page.getByText("认领", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .tap();
        assertThat(page.locator(".tag.mine")).isVisible();
        phone.open("/desk/tasks?list=mine");
        assertThat(page.locator(".todo")).containsText(number);
        phone.screenshot("mine", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.locator(".todo li")
                .filter(new Locator.FilterOptions().setHasText(number))
                .locator("a")
                .tap();
        page.getByText("放回", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .tap();
        assertThat(page).hasURL(Pattern.compile(".*/desk/tasks\\?list=mine$"));
        assertThat(page.locator("main")).not().containsText(number);

        openTask(phone, number);
        returned(number);
        page.getByText("到场查看").tap();
        page.locator("#submit").tap();
        assertThat(page.locator("h1")).hasText("这件不在您这里了");
        phone.screenshot("gone");
        Assertions.assertThat(phone.barriers()).isEmpty();
        page.getByText("返回我的待办").tap();
        assertThat(page.locator("h1")).hasText("我的待办");
    }

    @Test
    void whatOutsidersWroteIsShownAsItWasWritten() {
        var evil = "<img src=x onerror=alert(1)>{{7*7}} ${7*7} <script>alert(2)</script>' onload='alert(3)";
        var number = appeal("一" + evil.substring(0, 50), "other", "二" + evil, "三" + evil.substring(0, 60));
        missed(number);
        var phone = worker("phone-strangers", GRID);
        var page = phone.page();
        phone.open("/desk/tasks");
        assertThat(page.locator(".todo")).containsText("一<img src=x");
        openTask(phone, number);
        assertThat(page.locator(".words")).hasText("二" + evil);
        page.locator("details").evaluateAll("all => all.forEach(d => d.open = true)");
        page.fill("#finding", evil);
        page.getByText("联系居民核实情况").tap();
        assertThat(page.locator("#finding")).hasValue(evil);
        page.getByText("退回派单员").tap();
        page.selectOption("#returnGround", "wrongPlace");
        page.fill("#returnReason", "按职责清单，这件事不归本单位办理五" + evil);
        page.locator("#submit").tap();
        assertThat(page.locator("[role=status].box.good")).containsText(number);
        assertThat(page.locator("main img, main script:not([src])")).hasCount(0);
        Assertions.assertThat(phone.dialogs()).isEmpty();
        Assertions.assertThat(phone.problems()).isEmpty();
    }

    /** The page says why, and his words are there when he is back. */
    @Test
    void whoseSessionEndsWhileHeWritesSignsInAndGoesOnWithWhatHeWrote() {
        var number = appeal("井盖松动", "other", "井盖松了。");
        var phone = signedIn("phone-session-ended", GRID);
        openTask(phone, number);
        var page = phone.page();
        var address = page.url();
        page.getByText("到场查看").tap();
        page.fill("#finding", "井盖缺一角");
        page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("STAFF-SESSION"))
                .map(cookie -> new String(Base64.getDecoder().decode(cookie.value)))
                .forEach(session -> jdbc.sql("delete from staff_session where session_id = ?")
                        .param(session)
                        .update());
        page.locator("#submit").tap();
        assertThat(page.locator("main")).containsText("已自动退出");
        assertThat(page.locator("main")).containsText("草稿还在这部手机上");
        phone.screenshot("ended", whole());
        Assertions.assertThat(phone.barriers()).isEmpty();
        Assertions.assertThat(sideways(page)).isLessThanOrEqualTo(390);
        phone.signIn(GRID, api.password(GRID));
        assertThat(page).hasURL(address);
        assertThat(page.locator("#finding")).hasValue("井盖缺一角");
    }

    @Test
    void withoutScriptsChoicesAreMadeByLinksAndTheServerDecides() {
        var number = appeal("路面坑洼", "other", "路面有个坑。");
        var plain = browser.withoutScripts(api.base(), "phone-no-scripts");
        plain.page().setViewportSize(390, 844);
        plain.open("/desk/tasks");
        plain.signIn(GRID, api.password(GRID));
        var page = plain.page();
        page.locator(".todo li")
                .filter(new Locator.FilterOptions().setHasText(number))
                .locator("a")
                .click();
        assertThat(page.locator("#finding")).isVisible();
        assertThat(page.locator("[data-field=returnReason]")).isHidden();
        assertThat(page.locator(".chip").first()).isHidden();
        plain.screenshot("task", whole());
        // Chosen without its fields, it is refused with them.
        page.locator("#action").getByText("退回派单员").first().click();
        page.locator("#submit").click();
        assertThat(page.locator("#problems")).containsText("“退回依据”必须填写。");
        assertThat(page.locator("#problems")).containsText("“退回事由”必须填写。");
        assertThat(page.locator("#returnReason")).isVisible();
        assertThat(page.locator("[data-field=finding]")).isHidden();
        openTask(plain, number);
        page.locator(".switch a").getByText("未联系上").click();
        page.locator("#attemptKind").getByText("上门").click();
        page.locator("#submit").click();
        assertThat(page.locator("[role=status].box.good")).containsText("已提交 " + number);
    }

    private void tap(Locator what) {
        what.tap();
        taps++;
    }

    private void answer(Locator what) {
        tap(what);
        fields++;
    }
}
