package org.minqing.reorganisation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.BrowserTalk;
import org.minqing.organisation.Localities;
import org.minqing.organisation.OrganisationDraft;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor divides a branch into one grid more, is told what is in the way, and says from when it holds. */
@MinqingTest
class OrganisationBrowserTest extends BrowserTalk {

    private static final String PLACE = "zhangjiashan";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Localities localities;

    @Autowired
    InStep inStep;

    private OrganisationDraft before;

    @BeforeEach
    void asItIs() {
        before = localities.draft(PLACE);
    }

    @AfterEach
    void asItWas() {
        jdbc.sql(
                        "update organisation_version set withdrawn_by = 'test', withdrawn_at = now() where withdrawn_at is null")
                .update();
        localities.use(PLACE, before);
        inStep.follow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGridIsAddedAndHoldsAtOnce(boolean wide) {
        time.set("2026-11-26T09:00");
        var keeper = visitor("organisation", wide);
        signedInBefore(keeper, PLACE + "-supervisor");
        var page = keeper.page();
        keeper.open("/desk");
        page.click("section[aria-labelledby='organisation'] a");
        sound(keeper, "present", wide);
        page.click("text=起草调整");
        var branch = before.entries().stream()
                .filter(entry -> entry.posts().contains("grid-worker"))
                .findFirst()
                .orElseThrow();
        page.locator("tbody a[href$='/" + branch.parent() + "']").click();
        page.locator("summary:has-text('在下面加一个单位')").click();
        page.fill("#newName", "浏览新网格");
        page.selectOption("#newLevel", branch.level());
        page.locator("input[name='newPost'][value='grid-worker']").check();
        sound(keeper, "unit", wide);
        page.click("text=加到草稿里");
        assertThat(page.locator("tbody")).containsText("浏览新网格");
        assertThat(page.locator("section[aria-labelledby='checked']")).containsText("没有问题");
        sound(keeper, "draft", wide);
        page.locator("tbody a[href$='/" + branch.code() + "']").click();
        page.locator("summary:has-text('撤销这个单位')").click();
        page.click("text=从草稿里撤销");
        assertThat(page.locator("section[aria-labelledby='checked']")).containsText("不能撤销");
        sound(keeper, "in-the-way", wide);
        page.click("text=放弃这份草稿");
        assertThat(page.locator("main")).containsText("起草调整");
    }
}
