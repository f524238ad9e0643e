package org.minqing.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.BrowserTalk;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dispatcher puts a shift into the roster; whoever has it sees so on his first page; a grid worker prints his card. */
@MinqingTest
class RosterBrowserTest extends BrowserTalk {

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nobodyIsOnDuty() {
        jdbc.sql("update duty_shift set withdrawn_by = 'test', withdrawn_at = now() where withdrawn_at is null")
                .update();
        jdbc.sql("delete from contact_card_phone").update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aShiftIsPutInAndReadAndACardIsPrinted(boolean wide) {
        time.set("2026-11-26T09:00");
        var dispatcher = visitor("roster", wide);
        signedInBefore(dispatcher, "shibu-dispatcher");
        var page = dispatcher.page();
        dispatcher.open("/desk/roster");
        page.click("main form button");
        assertThat(page.locator(".box.wrong")).containsText("请填几点开始");
        dispatcher.problems().removeIf(problem -> problem.contains("400"));
        sound(dispatcher, "wrong", wide);
        page.selectOption("#dutyPlace", "shibu-duty-desk");
        page.selectOption("#dutyPerson", "shibu-registrar");
        page.fill("#dutyDay", "2026-11-26");
        page.fill("#dutyFrom", "08:30");
        page.fill("#dutyUntil", "18:00");
        page.fill("#dutyWeeks", "2");
        page.click("main section button:has-text('排上')");
        assertThat(page.locator(".list tbody tr")).hasCount(2);
        assertThat(page.locator(".list tbody tr").first()).containsText("正在值班");
        sound(dispatcher, "kept", wide);

        var registrar = visitor("roster-own", wide);
        open(registrar, "shibu-registrar", "/desk");
        assertThat(registrar.page().locator("#on-duty + p")).containsText("您正在值班，到 11月26日 18:00");
        sound(registrar, "first-page", wide);

        var worker = visitor("card", wide);
        signedInBefore(worker, "shibu-grid-01");
        worker.open("/desk/contact-cards");
        worker.page().fill("#cardPhone", "0911-000-7301");
        worker.page().click("main form button");
        sound(worker, "list", wide);
        worker.page().click("text=砖瓦窑沟第一网格");
        assertThat(worker.page().locator(".contact-card")).containsText("0911-000-7301");
        sound(worker, "card", wide);
    }
}
