package org.minqing.browser.figures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Hand;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** What one appeal asks of each who has to do with it, from his list to "done"; the clerk, the book and the grid have their own tests. */
@MinqingTest
class RolesBrowserTest extends FieldTalk {

    private static final String CALLER = "ganshui-caller";

    @Test
    void aResidentFilesWithinAMinuteAndRates() {
        var phone = browser.phone(api.base(), "role-resident");
        var page = phone.page();
        var hand = new Hand();
        phone.open("/?locality=ganshui");
        hand.tap(page.getByText("说说您遇到的事"));
        hand.write(page.locator("#description"), "三居市场门口两盏路灯不亮，晚上看不见台阶。");
        hand.tap(page.locator("#step-1 [data-go='2']"));
        assertThat(page.locator("#category")).hasValue("street-lighting");
        hand.choose(page.locator("[id='location.unit']"), "ganshui-sanju-01");
        hand.tap(page.locator("#step-2 [data-go='3']"));
        hand.write(page.locator("[id='resident.phone']"), "13800000000");
        hand.tap(page.locator("main button[type=submit]"));
        assertThat(page).hasURL(Pattern.compile(".*/track/[0-9A-Z]{16}\\?new"));
        hand.told("resident files", 60);

        var number = page.locator(".number").first().innerText();
        responded(number);
        dispatched(number);
        handled(number);
        var rating = new Hand();
        phone.open(page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", ""));
        rating.tap(page.getByText("去评价"));
        rating.answer(page.getByText("非常满意", exact()));
        rating.answer(page.locator("input[name=resolved][value=yes]"));
        rating.answer(page.locator("input[name=contacted][value=yes]"));
        rating.tap(page.locator("main button[type=submit]"));
        assertThat(page.locator(".good")).containsText("谢谢您的评价");
        rating.told("resident rates", 0);
    }

    @Test
    void eachWhoHandlesItComesFromHisListToTheEnd() {
        var number = appeal("三居门口路灯不亮", "street-lighting", "三居市场门口两盏路灯不亮，晚上看不见台阶。");
        var grid = worker("role-grid", GRID);
        var hand = new Hand();
        hand.tap(inList(grid, number));
        hand.answer(grid.page().getByText("到场查看"));
        hand.answer(grid.page().getByText("居民本人"));
        hand.answer(grid.page().locator("[data-fills=finding] .chip").first());
        sent(grid, hand, number);
        hand.told("grid worker responds", 0);

        if (api.as(DISPATCHER).hasTask("dispatchAppeal", number)) {
            var dispatcher = worker("role-dispatcher", DISPATCHER);
            hand = new Hand();
            hand.tap(inList(dispatcher, number));
            choice(dispatcher, hand, "action", "dispatch");
            hand.choose(dispatcher.page().locator("#post"), "city-management");
            hand.write(dispatcher.page().locator("#note"), "请到场修复");
            sent(dispatcher, hand, number);
            hand.told("dispatcher dispatches", 0);
        }

        var handler = worker("role-handler", "ganshui-city-mgmt");
        hand = new Hand();
        hand.tap(inList(handler, number));
        hand.answer(handler.page().locator("[data-fills=result] .chip").first());
        hand.answer(handler.page().getByText("已解决"));
        hand.answer(handler.page().getByText("可核对的数量"));
        hand.write(handler.page().locator("#figureWhat"), "修好路灯");
        hand.write(handler.page().locator("#figureAmount"), "2");
        hand.write(handler.page().locator("#figureUnit"), "盏");
        sent(handler, hand, number);
        hand.told("handler reports the result", 0);

        time.pass("PT30H");
        var caller = worker("role-caller", CALLER);
        hand = new Hand();
        hand.tap(inList(caller, number));
        choice(caller, hand, "action", "reached");
        choice(caller, hand, "contacted", "yes");
        choice(caller, hand, "answer", "yes");
        choice(caller, hand, "grade", "5");
        sent(caller, hand, number);
        hand.told("caller calls back", 0);
    }

    @Test
    void aSupervisorHurriesWhatIsLate() {
        var number = appeal("巷口积水", "sewage", "巷口下雨就积水，排水沟堵了。");
        var supervisor = browser.visitor(api.base(), "role-supervisor");
        open(supervisor, "ganshui-supervisor", "/desk/appeals/" + number);
        var page = supervisor.page();
        var hand = new Hand();
        hand.tap(page.locator("details.supervise > summary"));
        hand.write(page.locator("#instruction"), "今天下班前到场，明天报结果");
        hand.tap(page.locator("details.supervise button:not(.second)"));
        assertThat(page.locator(".timeline").last()).containsText("今天下班前到场");
        hand.told("supervisor hurries", 0);
    }

    private void dispatched(String number) {
        if (api.as(DISPATCHER).hasTask("dispatchAppeal", number)) {
            completed(
                    DISPATCHER,
                    "dispatchAppeal",
                    number,
                    "{\"action\":\"dispatch\",\"post\":\"city-management\",\"note\":\"请办理\"}");
        }
    }

    private void handled(String number) {
        completed("ganshui-city-mgmt", "handleWithDepartment", number, """
                {"action":"done","result":"已经修好","outcome":"solved","evidenceKind":"document","evidence":"现场照片 3 张，存工作群"}""");
    }

    private static Locator inList(Visitor worker, String number) {
        worker.open("/desk/tasks");
        return worker.page()
                .locator(".todo li")
                .filter(new Locator.FilterOptions().setHasText(number))
                .locator("a")
                .first();
    }

    private static void choice(Visitor worker, Hand hand, String field, String value) {
        hand.answer(worker.page().locator("input[name=" + field + "][value='" + value + "']"));
    }

    private static void sent(Visitor worker, Hand hand, String number) {
        hand.tap(worker.page().locator("#submit"));
        assertThat(worker.page().locator("[role=status].box.good")).containsText("已提交 " + number);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
