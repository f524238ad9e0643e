package org.minqing.browser.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** Whoever goes from our pages to Tasklist or Cockpit and back finds the same way on, and Shanghai's time everywhere. */
@MinqingTest
class ShellBrowserTest extends BrowserTalk {

    @BeforeEach
    void now() {
        time.set(Instant.now());
    }

    @Test
    void tasklistHasTheHeaderOfTheDesk() {
        var worker = browser.visitor(api.base(), "shell-tasklist");
        open(worker, "ganshui-grid-01", "/desk");
        var links = links(worker, "header.site nav a");
        worker.open("/camunda/app/tasklist/default/");
        assertThat(worker.page().locator(".minqing-shell nav a").first()).hasText("待办");
        Assertions.assertThat(links(worker, ".minqing-shell nav a")).isEqualTo(links);
        assertThat(worker.page().locator(".minqing-shell [aria-current]")).hasText("待办");
        // What the engine keeps at the top begins below it, and covers nothing of the lists.
        worker.page().locator(".task-filters, .tasks-list").first().waitFor();
        Assertions.assertThat(top(worker, "[cam-widget-header]")).isEqualTo(46);
        Assertions.assertThat(top(worker, ".three-cols-layout-columns")).isGreaterThanOrEqualTo(46 + 45);
        worker.screenshot("tasklist");
        worker.page().locator(".minqing-shell").getByText("我").click();
        assertThat(worker.page().locator("h1")).not().isEmpty();
        worker.screenshot("me");
    }

    @Test
    void cockpitHasTheHeaderOfTheDeskAndTheTimeOfShanghaiInNewYork() {
        var supervisor = browser.elsewhere("America/New_York", api.base(), "shell-cockpit");
        open(supervisor, "ganshui-supervisor", "/desk");
        var links = links(supervisor, "header.site nav a");
        supervisor.open("/camunda/app/cockpit/default/#/dashboard");
        assertThat(supervisor.page().locator(".minqing-shell [aria-current]")).hasText("流程");
        Assertions.assertThat(links(supervisor, ".minqing-shell nav a")).isEqualTo(links);
        supervisor.page().locator(".mq-board h1").waitFor();
        Assertions.assertThat((String)
                        supervisor.page().evaluate("() => window.moment('2026-03-02T01:00:00Z').format('HH:mm')"))
                .isEqualTo("09:00");
        assertThat(supervisor.page().locator("#footer-timezone")).not().isVisible();
        supervisor.screenshot("cockpit");
    }

    /** What a supervisor compares is drawn, and what is drawn can be read. */
    @Test
    void theSupervisorsDayIsDrawnBesideItsTables() {
        submitted(said("ganshui-erju-01", "井盖松动", "踩上去会响"));
        for (var supervisor :
                List.of(browser.visitor(api.base(), "home-screen"), browser.phone(api.base(), "home-phone"))) {
            open(supervisor, "ganshui-supervisor", "/desk");
            for (var chart : List.of("units", "hours", "days")) {
                assertThat(supervisor.page().locator("figure[data-chart=" + chart + "] canvas"))
                        .isVisible();
                assertThat(supervisor.page().locator("#" + chart + "Table")).hasCount(1);
            }
            Assertions.assertThat(supervisor.barriers()).isEmpty();
            Assertions.assertThat(supervisor.problems()).isEmpty();
            supervisor.screenshot("supervisor");
        }
    }

    private static List<String> links(Visitor visitor, String nav) {
        return visitor.page().locator(nav).all().stream()
                .map(link -> link.innerText() + " " + link.getAttribute("href"))
                .toList();
    }

    private static double top(Visitor visitor, String place) {
        return visitor.page().locator(place).first().boundingBox().y;
    }
}
