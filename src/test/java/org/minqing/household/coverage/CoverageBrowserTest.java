package org.minqing.household.coverage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.BrowserTalk;
import org.minqing.support.MinqingTest;

/** A grid worker finds whom he missed; a supervisor sees where many were missed, and no household. */
@MinqingTest
class CoverageBrowserTest extends BrowserTalk {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromTheNumbersToThoseWhoWereMissed(boolean wide) {
        var worker = visitor("coverage", wide);
        signedInBefore(worker, "shibu-grid-01");
        var page = worker.page();
        worker.open("/desk/households/coverage");
        assertThat(page.locator("h1")).hasText("联系覆盖");
        sound(worker, "worker", wide);
        page.click("main .numbers a:has-text('没有联系党员')");
        assertThat(page.locator("#uncovered")).isChecked();
        sound(worker, "uncovered", wide);

        var supervisor = visitor("coverage-supervisor", wide);
        open(supervisor, "shibu-supervisor", "/desk");
        supervisor
                .page()
                .locator("section[aria-labelledby='coverage'] a")
                .first()
                .click();
        assertThat(supervisor.page().locator("h1")).hasText("联系覆盖");
        assertThat(supervisor.page().locator("main table a")).hasCount(0);
        sound(supervisor, "numbers", wide);
    }
}
