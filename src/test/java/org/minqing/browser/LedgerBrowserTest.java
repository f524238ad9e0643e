package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.process.timers.TimerWatch;
import org.minqing.sla.ledger.Sealing;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A morning at the auditor's desk, at a desk and on the phone. */
@MinqingTest
class LedgerBrowserTest extends BrowserTalk {

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    @Autowired
    TimerWatch watch;

    @Autowired
    Sealing sealing;

    @BeforeEach
    void open() {
        time.set("2026-11-16T09:00");
    }

    @Test
    void anAuditorFindsALateClockItsNarrationAnAlarmAndASoundLedger() {
        var number = lateWithATouchedTimer();
        var auditor = browser.visitor(api.base(), "auditor");
        var page = auditor.page();
        page.setViewportSize(1200, 900);
        open(auditor, "ganshui-auditor", "/desk/ledger");
        assertThat(page).hasURL(Pattern.compile(".*/desk/ledger.*"));
        auditor.screenshot("ledger");

        page.fill("#appeal", number);
        page.selectOption("#outcome", "BREACHED");
        page.check("#alarms");
        page.click(".search button");
        assertThat(page.locator("#found")).containsText("查到 2 个时钟");
        assertThat(page.locator(".list tbody tr").first()).containsText("超时");
        assertThat(page.locator("#appeal")).hasValue(number);
        whole(auditor, "found");

        var export = page.waitForDownload(() -> page.getByText("Excel 表格").click());
        Assertions.assertThat(export.suggestedFilename())
                .startsWith("minqing-ledger-ganshui-")
                .endsWith(".xlsx");

        page.locator(".list tbody a").first().click();
        assertThat(page.locator("h1")).hasText(number);
        assertThat(page.locator(".clocks")).containsText("因此应于");
        assertThat(page.locator("section.wrong")).containsText("定时器被改动");
        assertThat(page.locator("section.wrong")).containsText("admin");
        whole(auditor, "narration");
        onThePhone(auditor, "narration");

        auditor.open("/desk/ledger");
        onThePhone(auditor, "ledger");
        page.getByText("核验台账").last().click();
        assertThat(page.locator("h1")).hasText("核验结果");
        assertThat(page.locator(".box.good")).containsText("台账完好");
        whole(auditor, "verified");
        auditor.open("/desk/ledger?from=2026-11-20&to=2026-11-01");
        assertThat(page.locator("[role=alert]")).containsText("起始时间");
    }

    /** Nothing sticks out at the side. */
    private static void onThePhone(Visitor auditor, String name) {
        auditor.page().setViewportSize(390, 844);
        var width = ((Number) auditor.page().evaluate("document.documentElement.scrollWidth")).intValue();
        whole(auditor, name + "-phone");
        Assertions.assertThat(width).isLessThanOrEqualTo(390);
        auditor.page().setViewportSize(1200, 900);
    }

    private static void whole(Visitor auditor, String name) {
        auditor.screenshot(name, new Page.ScreenshotOptions().setFullPage(true));
    }

    private String lateWithATouchedTimer() {
        var number = submitted(said("ganshui-erju-01", "楼道口堆了杂物", "楼道口堆了杂物，进出不方便。"));
        time.pass("PT25H");
        responded("ganshui-grid-01", number);
        sealing.seal();
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("appealHandling")
                .singleResult();
        var timers = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list();
        identity.setAuthentication("admin", List.of("camunda-admin"));
        try {
            timers.forEach(job -> management.setJobDuedate(
                    job.getId(), Date.from(time.instant().plusSeconds(40L * 86_400))));
        } finally {
            identity.clearAuthentication();
        }
        watch.look();
        return number;
    }
}
