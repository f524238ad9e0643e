package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** What each role does in Tasklist, from its list to the task that is done. */
@MinqingTest
class TasklistRolesBrowserTest extends TasklistTalk {

    @Test
    void theRegistrarTakesAnAppealDown() {
        var registrar = visitor("registrar");
        open(registrar, "ganshui-registrar", TASKLIST);
        var page = registrar.page();
        page.locator(".start-process-action a").click();
        page.locator(".modal-body").getByText("诉求办理").click();
        field(registrar, "诉求标题").locator("input").fill("村口路灯不亮");
        field(registrar, "诉求内容").locator("textarea").fill("村口的路灯坏了三天，晚上看不见路。");
        field(registrar, "诉求类别").locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").getByText("路灯照明").click();
        registrar.screenshot("start-form");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).hasCount(0);
        registrar.screenshot("started");
        registrar.open("/desk");
        assertThat(page.locator("section:has(#registered)")).containsText("村口路灯不亮");
        assertThat(page.locator("section:has(#registered)")).containsText("查询码");
        registrar.screenshot("registered");
        Assertions.assertThat(registrar.problems()).isEmpty();
    }

    @Test
    void dispatcherDepartmentAndCallBackPersonBringAnAppealToItsEnd() {
        var likely = streetLight("广场没有灯", "晚上广场是黑的。");
        var number = streetLight("广场灯全灭", "广场的灯一盏也不亮。");
        completed("ganshui-grid-01", "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"线路问题，网格修不了。"}""");

        var dispatcher = at("ganshui-dispatcher", "待派单", number);
        dispatcher.page().getByText("并入重复诉求", exactly()).first().click();
        assertThat(dispatcher.page().locator(".likely")).containsText(likely);
        dispatcher.page().locator(".likely").scrollIntoViewIfNeeded();
        dispatcher.screenshot("likely");
        dispatcher.page().getByText("派单", exactly()).first().click();
        assertThat(dispatcher.page().locator(".likely")).isHidden();
        field(dispatcher, "承办岗位").locator(".fjs-input-group").click();
        dispatcher
                .page()
                .locator(".fjs-dropdownlist-item")
                .getByText("城市管理岗")
                .first()
                .click();
        field(dispatcher, "派单说明").locator("textarea").fill("请带登高车检修线路。");
        complete(dispatcher);

        var department = at("ganshui-city-mgmt", "待办理", number);
        department.page().getByText("办理完毕").click();
        field(department, "办理情况").locator(".minqing-text").first().click();
        department.page().getByText("已解决").click();
        field(department, "佐证方式").getByText("照片或文件").click();
        field(department, "编号和存放处").locator("input").fill("检修单和亮灯照片。");
        complete(department);

        var caller = at("ganshui-caller", "待回访", number);
        caller.page().getByText("已联系上").click();
        field(caller, "是否有人联系过").getByText("是", exact()).click();
        field(caller, "居民怎样答复").getByText("问题已解决").click();
        caller.page().getByText("非常满意").click();
        complete(caller);

        Assertions.assertThat(api.as("ganshui-dispatcher")
                        .get("/api/appeals/" + number)
                        .json()
                        .path("statusName")
                        .asText())
                .isEqualTo("已办结");
    }

    @Test
    void theSecretaryHandlesAndTheSupervisorPressesWhatIsLate() {
        time.set(time.instant().minus(Duration.ofDays(2)));
        var body = body("ganshui-shuanglong-01", "田边水渠淤堵", "渠道被泥石堵住，水过不来。");
        body.put("category", "irrigation");
        var number = submitted(body);
        time.pass("P1DT1H");
        time.set(Instant.now());

        var supervisor = at("ganshui-supervisor", "督办", number);
        for (var overdue : List.of("到场超时督办", "响应超时督办", "办结超时督办")) {
            assertThat(supervisor.page().locator(".minqing-what").getByText(overdue))
                    .hasCount(1);
        }
        supervisor.page().getByText("催办", exactly()).click();
        field(supervisor, "督办意见").locator(".minqing-text").first().click();
        complete(supervisor);

        var secretary = at("ganshui-secretary-shuanglong", "待我响应", number);
        secretary.page().getByText("上门走访").click();
        secretary.page().getByText("居民本人").click();
        secretary.page().locator(".minqing-text").first().click();
        complete(secretary);
    }

    /** Whoever it is, in the list that opens for him by itself, at the task of this appeal, which he has taken. */
    private Visitor at(String user, String list, String number) {
        var person = visitor("role-" + user);
        open(person, user, TASKLIST);
        assertThat(person.page().locator(".task-filter.active")).containsText(list);
        assertThat(count(person, list)).isVisible();
        var card = person.page()
                .locator(".minqing-card", new Page.LocatorOptions().setHasText(number))
                .first();
        card.click();
        assertThat(person.page().locator(".appeal-head")).containsText(number);
        person.page().locator(".minqing-claim").click();
        assertThat(card).containsText("我已认领");
        person.screenshot("task");
        return person;
    }

    private void complete(Visitor person) {
        person.screenshot("filled");
        person.page().locator(".form-actions .btn-primary").click();
        assertThat(person.page().locator(".minqing-told-next")).isVisible();
        person.screenshot("done");
        Assertions.assertThat(person.problems()).isEmpty();
        Assertions.assertThat(person.dialogs()).isEmpty();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
