package org.minqing.browser;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What tests of tasks on a telephone have in common: appeals from one corner of a township, and those who answer them. */
public abstract class FieldTalk extends BrowserTalk {

    protected static final String GRID = "ganshui-grid-02";
    protected static final String DISPATCHER = "ganshui-dispatcher";

    /** Everything that the service worker keeps, as one text. */
    protected static final String KEPT = """
            async () => {
              let all = '';
              for (const name of (await caches.keys()).filter(it => it.startsWith('minqing-pages-'))) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  all += request.url + '\\n' + await (await cache.match(request)).text() + '\\n';
                }
              }
              return all;
            }""";

    /** Links within a line of text are exempt, as in WCAG 2.2, 2.5.8. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('main a, main button, main summary, main input, main select, main textarea')]
              .filter(it => it.tabIndex >= 0 && it.checkVisibility() && !it.matches('.skip'))
              .map(it => it.closest('label.choice') ?? it.closest('.todo li') ?? it)
              .map(it => [it.outerHTML.slice(0, 90), it.getBoundingClientRect()])
              .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
              .map(([html, box]) => html + ' ' + box.width + 'x' + box.height)""";

    @BeforeEach
    protected void now() {
        // A telephone has no clock but its own.
        time.set(Instant.now());
    }

    /** At the list of his tasks; he signed in before. */
    protected Visitor worker(String test, String user) {
        var phone = browser.phone(api.base(), test);
        open(phone, user, "/desk/tasks");
        return phone;
    }

    /** The same, after he typed his password. */
    protected Visitor signedIn(String test, String user) {
        var phone = browser.phone(api.base(), test);
        signIn(phone, user);
        return phone;
    }

    protected void signIn(Visitor phone, String user) {
        phone.open("/desk/tasks");
        phone.signIn(user, api.password(user));
    }

    protected void openTask(Visitor phone, String number) {
        openTask(phone, GRID, "respondAppeal", number);
    }

    protected void openTask(Visitor phone, String user, String form, String number) {
        phone.open("/desk/tasks/" + api.as(user).task(form, number).path("id").asText());
    }

    /** How wide a page is; more than the telephone means that it scrolls sideways. */
    protected static int sideways(Page page) {
        return (Integer) page.evaluate("document.documentElement.scrollWidth");
    }

    /** The page that says "done" forgets the draft once its script runs. */
    protected static void waitUntilNoDraftIsLeft(Page page) {
        page.waitForFunction("() => !Object.keys(localStorage).some(key => key.startsWith('minqing.draft.'))");
    }

    protected static int drafts(Page page) {
        return (Integer)
                page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('minqing.draft.')).length");
    }

    protected static String kept(Page page) {
        return (String) page.evaluate(KEPT);
    }

    @SuppressWarnings("unchecked")
    protected static List<String> small(Visitor phone) {
        return (List<String>) phone.page().evaluate(SMALL);
    }

    protected static Page.ScreenshotOptions whole() {
        return new Page.ScreenshotOptions().setFullPage(true);
    }

    protected String appeal(String title, String category, String description) {
        return appeal(title, category, description, "市场北门 3 号");
    }

    protected String appeal(String title, String category, String description, String address) {
        var body = said("ganshui-sanju-01", title, description).put("category", category);
        body.withObject("/location").put("address", address);
        body.putObject("resident").put("name", "刘先生").put("phone", "13800000000");
        return submitted(body);
    }

    protected void responded(String number) {
        responded(GRID, number);
    }

    protected void returned(String number) {
        completed(
                GRID,
                "respondAppeal",
                number,
                "{\"action\":\"returned\",\"returnGround\":\"notOurRemit\",\"returnReason\":\"按职责清单，这件事不归本单位办理\"}");
    }

    protected void missed(String number) {
        completed(GRID, "respondAppeal", number, "{\"action\":\"notReached\",\"attemptKind\":\"phone\"}");
    }
}
