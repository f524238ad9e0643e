package org.minqing.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minqing.support.Api;
import org.minqing.support.Session;
import org.minqing.support.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tests in a real browser have in common: the browser and the running town. */
@ExtendWith(OneBrowser.class)
public abstract class BrowserTalk {

    /** By server and person. Whoever signs out types his password: he would end a session for all who share it. */
    private static final Map<String, Session> SESSIONS = new HashMap<>();

    protected static BrowserSupport browser;

    @LocalServerPort
    protected int port;

    @Value("${minqing.data-dir}")
    protected String dataDir;

    @Autowired
    protected TestTime time;

    protected Api api;

    @AfterEach
    protected void everybodyGoesHome() {
        browser.closeAll();
    }

    @BeforeEach
    protected void enterTheTown() {
        api = Api.of(port, dataDir);
    }

    /** Opens a page as somebody who signed in before; only tests of signing in type passwords. */
    protected void open(Visitor visitor, String user, String path) {
        signedInBefore(visitor, user);
        visitor.open(path);
    }

    /** On a large screen, or on a telephone. */
    protected Visitor visitor(String name, boolean wide) {
        return wide ? browser.visitor(api.base(), name + "-screen") : browser.phone(api.base(), name + "-phone");
    }

    /** Nothing bars anybody from the page, nothing of it failed, and nothing is wider than it; a picture of it is kept. */
    protected static void sound(Visitor visitor, String name, boolean wide) {
        Assertions.assertThat(visitor.barriers()).as(name).isEmpty();
        Assertions.assertThat(visitor.problems()).as(name).isEmpty();
        Assertions.assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(wide ? 1440 : 390);
        visitor.screenshot(name, new Page.ScreenshotOptions().setFullPage(true));
    }

    protected void signedInBefore(Visitor visitor, String user) {
        visitor.remember(SESSIONS.compute(
                api.base() + " " + user, (key, before) -> stands(before) ? before : Session.of(api, user)));
    }

    /** Tests of sessions end some, and one that moves the time lets all of them run out. */
    private static boolean stands(Session session) {
        return session != null && session.get("/api/shell").statusCode() == 200;
    }

    /** What somebody says on the telephone; the code of a unit begins with that of its locality. */
    protected static ObjectNode said(String unit, String title, String description) {
        var body = new ObjectMapper().createObjectNode();
        body.put("locality", unit.substring(0, unit.indexOf('-')))
                .put("channel", "phone")
                .put("category", "other")
                .put("title", title)
                .put("description", description);
        body.putObject("location").put("unit", unit);
        return body;
    }

    /** @return what a resident gets for it, the number of the appeal among it */
    protected JsonNode receipt(ObjectNode said) {
        var answer = api.submit(said.toString());
        Assertions.assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.json();
    }

    protected String submitted(ObjectNode said) {
        return receipt(said).path("number").asText();
    }

    protected void completed(String person, String form, String number, String answers) {
        var answer = api.as(person).complete(form, number, answers);
        Assertions.assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    protected void responded(String person, String number) {
        completed(
                person,
                "respondAppeal",
                number,
                "{\"action\":\"responded\",\"contactKind\":\"onSite\",\"contactWith\":\"resident\",\"finding\":\"现场看过\"}");
    }

    /**
     * Asks until the browser says yes, half a minute long. What is asked is a promise, which the waiting of Playwright takes for a
     * yes, and one that is never kept would be waited for without end.
     */
    protected static void until(Page page, String question) {
        page.evaluate("""
                async () => {
                  const ask = async () => {
                    while (!(await (%s))) {
                      await new Promise(later => setTimeout(later, 100));
                    }
                  };
                  await Promise.race([ask(), new Promise((kept, broken) => setTimeout(() => broken(new Error('never')), 30000))]);
                }""".formatted(question));
    }
}
