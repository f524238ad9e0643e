package org.minqing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium for all tests of this JVM. Without one the tests are skipped, but not where {@code CI} is {@code true}. */
public final class BrowserSupport implements ExtensionContext.Store.CloseableResource {

    /** Milliseconds. Where other tests keep a machine busy, a page takes its time; what is wrong is wrong for as long. */
    private static final double PATIENCE = 60_000;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private BrowserSupport(Path chromium) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
    }

    /** Skips the test, or fails it under CI, if this machine has no Chromium. */
    public static BrowserSupport start() {
        var chromium = Stream.of(
                        System.getenv("MINQING_CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (chromium.isEmpty()) {
            var message = "No Chromium found: install one, or name it in MINQING_CHROMIUM, to run the browser tests.";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new BrowserSupport(chromium.get());
    }

    /** A browser that has been nowhere yet, as somebody in China has it. */
    public Visitor visitor(String base, String test) {
        return new Visitor(context(chinese().setViewportSize(1440, 1000)).newPage(), base, test);
    }

    /** The same on a computer whose clock is set to another zone. */
    public Visitor elsewhere(String zone, String base, String test) {
        return new Visitor(
                context(chinese().setTimezoneId(zone).setViewportSize(1440, 1000))
                        .newPage(),
                base,
                test);
    }

    /** The same on a telephone that somebody holds in one hand. */
    public Visitor phone(String base, String test) {
        var telephone = chinese()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true);
        return new Visitor(context(telephone).newPage(), base, test);
    }

    /** The same where scripts do not run. */
    public Visitor withoutScripts(String base, String test) {
        return new Visitor(context(chinese().setJavaScriptEnabled(false)).newPage(), base, test);
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    private static Browser.NewContextOptions chinese() {
        return new Browser.NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai");
    }

    /** Everybody goes home: pages that are left open go on asking for news. */
    public void closeAll() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
