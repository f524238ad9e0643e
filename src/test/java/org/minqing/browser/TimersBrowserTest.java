package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.minqing.process.timers.TimerWatch;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor looks through all timers: at a desk, on the phone, and where scripts do not run. */
@MinqingTest
class TimersBrowserTest extends BrowserTalk {

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TimerWatch watch;

    @Test
    void anAuditorFindsTheTimerThatIsLateAndTheOneThatSomebodyMoved() {
        time.set("2026-11-16T09:00");
        var late = submitted();
        var moved = submitted();
        var job = management
                .createJobQuery()
                .processInstanceId(instance(moved))
                .timers()
                .singleResult();
        management.setJobDuedate(job.getId(), Date.from(time.instant().plusSeconds(40L * 86_400)));
        watch.look();
        time.set("2026-11-17T09:30");

        for (var auditor :
                List.of(browser.visitor(api.base(), "timers-desktop"), browser.phone(api.base(), "timers-phone"))) {
            look(auditor, late, moved);
            Assertions.assertThat(((Number) auditor.page().evaluate("document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(auditor.page().viewportSize().width);
            Assertions.assertThat(auditor.barriers()).isEmpty();
        }
        look(browser.withoutScripts(api.base(), "timers-no-scripts"), late, moved);
    }

    private void look(Visitor auditor, String late, String moved) {
        var page = auditor.page();
        open(auditor, "ganshui-auditor", "/desk/timers");
        assertThat(page.locator("h1")).hasText("定时器");
        whole(auditor, "all");
        page.fill("#appeal", late);
        page.selectOption("#state", "OVERDUE");
        page.fill("#lateMinutes", "10");
        page.click(".search button");
        assertThat(page.locator("#found")).hasText("查到 1 个定时器");
        assertThat(page.locator(".list tbody tr")).containsText("已过期未触发");
        assertThat(page.locator("#lateMinutes")).hasValue("10");
        whole(auditor, "late");
        auditor.open("/desk/timers?appeal=" + moved);
        assertThat(page.locator(".list tbody tr")).containsText("与时钟不符");
        assertThat(page.locator(".list tbody tr")).containsText("警报");
        whole(auditor, "moved");
        Assertions.assertThat(auditor.problems()).isEmpty();
        Assertions.assertThat(auditor.dialogs()).isEmpty();
    }

    private static void whole(Visitor auditor, String name) {
        auditor.screenshot(name, new Page.ScreenshotOptions().setFullPage(true));
    }

    private String instance(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("appealHandling")
                .singleResult()
                .getId();
    }

    private String submitted() {
        return submitted(said("ganshui-erju-01", "楼道口堆了杂物", "楼道口堆了杂物，进出不方便。"));
    }
}
