package org.minqing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/** The administrator's pages, under our sign-in: in Chinese, with our name, and without an error. */
@MinqingTest
class AdminBrowserTest extends BrowserTalk {

    private static final String ADMIN = "/camunda/app/admin/default/";
    private static final String PLUGIN = "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js";

    /** A label without a text shows its key. */
    private static final Pattern KEY = Pattern.compile("\\b[A-Z]{2,}(?:_[A-Z0-9]+)+\\b");
    /** Two English words in a row are a label; one may be somebody's id. */
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [a-z]{2,}");
    /** The first page comes with megabytes of scripts, which take a busy machine longer than a step does. */
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void anAdministratorFindsHisPagesInChinese() {
        var administrator = browser.visitor(api.base(), "admin");
        signedInBefore(administrator, "admin");
        // The page waits seven seconds for its plugin; the first answer of a cold and busy server takes longer.
        var plugin = administrator
                .page()
                .request()
                .get(api.base() + PLUGIN, RequestOptions.create().setTimeout(60_000));
        assertThat(plugin).isOK();
        administrator.open(ADMIN);
        assertThat(administrator.page().locator("[cam-widget-header] .brand-name"))
                .containsText("民情 · 管理", PATIENTLY);
        var softly = new SoftAssertions();
        look(softly, administrator, "", "用户组");
        look(softly, administrator, "users", "用户列表");
        look(softly, administrator, "users/ganshui-grid-01?tab=profile", "更新资料");
        look(softly, administrator, "users/ganshui-grid-01?tab=groups", "所属的用户组");
        look(softly, administrator, "user-create", "新建用户");
        look(softly, administrator, "groups", "用户组列表");
        look(softly, administrator, "tenants", "镇街列表");
        look(softly, administrator, "authorization?resource=0", "新建授权");
        look(softly, administrator, "system?section=system-settings-general", "运行正常");
        softly.assertThat(administrator.problems()).isEmpty();
        softly.assertAll();
    }

    private static void look(SoftAssertions softly, Visitor visitor, String page, String shown) {
        visitor.open(ADMIN + "#/" + page);
        var body = visitor.page().locator("body");
        assertThat(body).containsText(shown, PATIENTLY);
        assertThat(body).not().containsText("正在加载", PATIENTLY);
        var name = page.isEmpty() ? "dashboard" : page.replaceAll("[^a-z]+", "-");
        visitor.screenshot(name);
        softly.assertThat(body.innerText()).as(name).doesNotContainPattern(KEY).doesNotContainPattern(ENGLISH);
    }
}
