package org.minqing.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minqing.support.Session;

/** Somebody at a browser. Everything that goes wrong in it is written down, and so is every dialog that opens. */
public final class Visitor {

    private static final Path SCREENSHOTS = Path.of(System.getProperty("minqing.screenshots", "target/screenshots"));

    private final Page page;
    private final String base;
    private final String test;
    private final List<String> problems = new ArrayList<>();
    private final List<String> dialogs = new ArrayList<>();
    private int step;

    public Visitor(Page page, String base, String test) {
        this.page = page;
        this.base = base;
        this.test = test;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(problems::add);
        page.onResponse(response -> {
            if (response.status() >= 400) {
                problems.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
    }

    public Page page() {
        return page;
    }

    public void open(String path) {
        page.navigate(base + path);
    }

    /** Has the cookies of a session that was opened elsewhere. */
    public void remember(Session session) {
        page.context()
                .addCookies(Arrays.stream(session.cookie().split("; "))
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> new Cookie(pair[0], pair[1])
                                .setUrl(base)
                                .setHttpOnly(!pair[0].equals("XSRF-TOKEN"))
                                .setSameSite(SameSiteAttribute.LAX))
                        .toList());
    }

    public void signIn(String user, String password) {
        page.fill("#username", user);
        page.fill("#password", password);
        page.click("main button[type=submit]");
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    /** Keeps what is on the screen now, by the pixels of the page: a telephone's own are four times as many. */
    public void screenshot(String name) {
        screenshot(name, new Page.ScreenshotOptions());
    }

    /** The same, for a page that is longer than the screen. */
    public void screenshot(String name, Page.ScreenshotOptions how) {
        var file = String.format("%s-%02d-%s.png", test, ++step, name);
        page.screenshot(how.setScale(ScreenshotScale.CSS).setPath(SCREENSHOTS.resolve(file)));
    }

    /** Where the page breaks WCAG 2.2 A or AA: the rule and the elements. */
    public List<String> barriers() {
        return Barriers.on(page);
    }

    /** Errors of scripts, breaches of the content security policy among them, and refused requests so far. */
    public List<String> problems() {
        return problems;
    }

    public List<String> dialogs() {
        return dialogs;
    }
}
