package org.minqing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;

/**
 * Every page of ours, on a screen and on a telephone, about appeals whose texts were written to do harm: nothing of them
 * runs, no page breaks WCAG 2.2 A or AA, nothing is wider than the telephone, and the console stays silent.
 */
@MinqingTest
class EveryPageBrowserTest extends BrowserTalk {

    /** Opens first whom the page is for. */
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();

    private String number;
    private String code;

    @Test
    void pagesOfResidentsAreSoundWhateverTheyWrote() {
        appealsWrittenToDoHarm();
        for (var path : new String[] {
            "/",
            "/?locality=ganshui",
            "/privacy",
            "/submit?locality=ganshui",
            "/track",
            "/track/" + code,
            "/track/" + code + "?new",
            "/sign-in",
            "/sign-in?wait=300",
            "/sign-in?again",
            "/sign-in?ended=away"
        }) {
            sound("", path);
        }
        handled();
        sound("", "/track/" + code);
        sound("", "/track/" + code + "/rate");
    }

    @Test
    void pagesOfStaffAreSoundWhateverResidentsWrote() {
        appealsWrittenToDoHarm();
        for (var person :
                new String[] {"grid-01", "dispatcher", "caller", "supervisor", "leader", "auditor", "registrar"}) {
            sound("ganshui-" + person, "/desk");
        }
        sound("ganshui-grid-01", "/desk/me");
        for (var person : new String[] {"grid-01", "dispatcher", "supervisor", "auditor"}) {
            sound("ganshui-" + person, "/desk/appeals/" + number);
        }
        sound("ganshui-dispatcher", "/desk/search");
        sound("ganshui-caller", "/desk/appeals/" + number + "/code");
        sound("ganshui-dispatcher", "/desk/appeals/" + number + "/subject");
        sound("ganshui-dispatcher", "/desk/appeals/" + number + "/summary");
        sound("ganshui-dispatcher", "/desk/appeals/" + number + "/notes");
        sound("ganshui-dispatcher", "/desk/appeals/" + number + "/correction");
        sound("ganshui-dispatcher", "/desk/appeals/" + number + "/split");
        sound("ganshui-supervisor", "/desk/map");
        sound("ganshui-grid-01", "/desk/map?unit=ganshui-erju-01");
        sound("ganshui-supervisor", "/desk/map/wall");
        sound("ganshui-supervisor", "/desk/metrics?from=2026-03-01&to=2026-04-01");
        sound("ganshui-auditor", "/desk/ledger");
        sound("ganshui-auditor", "/desk/ledger/" + number);
        sound("ganshui-auditor", "/desk/ledger/verify");
        sound("ganshui-auditor", "/desk/ledger/alarms");
        sound("ganshui-auditor", "/desk/people");
        sound("ganshui-registrar", "/desk/register");
        sound("ganshui-registrar", "/desk/register/batch");
        sound("ganshui-grid-01", "/desk/report");
        sound("ganshui-grid-01", "/desk/register/" + takenDown());
        for (var text :
                Hostile.TEXTS.stream().filter(t -> t.length() < 200).limit(3).toList()) {
            api.as("ganshui-grid-01")
                    .post(
                            "/api/appeals/" + number + "/contact",
                            new ObjectMapper()
                                    .createObjectNode()
                                    .put("purpose", text)
                                    .toString());
            api.as("ganshui-grid-01")
                    .post(
                            "/api/appeals/" + number + "/question",
                            new ObjectMapper()
                                    .createObjectNode()
                                    .put("question", text)
                                    .toString());
        }
        sound("ganshui-caller", "/desk/questions");
        sound("ganshui-volunteer", "/desk/orders");
        sound("ganshui-caller", "/desk/appeals/" + number);
        sound("", "/track/" + code);
        sound("ganshui-auditor", "/desk/contact-looks");
        sound("ganshui-auditor", "/desk/household-looks");
        sound("ganshui-grid-01", "/desk/households");
        sound("ganshui-grid-01", "/desk/households/new");
        sound("ganshui-livelihood", "/desk/households/import");
        sound("ganshui-livelihood", "/desk/households/exports");
        sound("ganshui-auditor", "/desk/sign-ins");
        sound("admin", "/desk/sign-ins");
        sound("admin", "/desk");
        sound("admin", "/admin/people");
        sound("admin", "/admin/people/acts");
        sound("admin", "/admin/people/new");
        sound("admin", "/admin/people/new?locality=ganshui");
        sound("admin", "/admin/people/import");
        sound("admin", "/admin/people/accounts/ganshui-grid-01");
        sound("admin", "/admin/people/accounts/ganshui-grid-01/close");
        sound("ganshui-grid-01", "/desk/appeals/GS-20990101-0001");
    }

    private void sound(String person, String path) {
        for (var wide : new boolean[] {true, false}) {
            var visitor = visitors.computeIfAbsent(person + wide, key -> signedIn(person, wide));
            visitor.open(path);
            var where = person + " " + path + (wide ? " on a screen" : " on a telephone");
            assertThat(visitor.barriers()).as(where).isEmpty();
            assertThat(visitor.dialogs()).as(where).isEmpty();
            assertThat(visitor.problems().stream()
                            .filter(p -> !path.contains("-2099") || !p.contains("404"))
                            .toList())
                    .as(where)
                    .isEmpty();
            if (!wide) {
                assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                        .as(where)
                        .isLessThanOrEqualTo(390);
            }
            visitor.screenshot(
                    (person + path).replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-|-$", ""),
                    new Page.ScreenshotOptions().setFullPage(true));
        }
    }

    private Visitor signedIn(String person, boolean wide) {
        var visitor = wide ? browser.visitor(api.base(), "every-screen") : browser.phone(api.base(), "every-phone");
        if (!person.isEmpty()) {
            signedInBefore(visitor, person);
        }
        return visitor;
    }

    private void appealsWrittenToDoHarm() {
        time.set("2026-03-09T09:00");
        for (var text : Hostile.TEXTS) {
            var body = said("ganshui-erju-01", text, Hostile.together());
            body.withObject("/location").put("address", text);
            body.putObject("resident").put("name", text.substring(0, Math.min(40, text.length())));
            var receipt = receipt(body);
            number = receipt.path("number").asText();
            code = receipt.path("trackingCode").asText();
        }
        completed("ganshui-grid-01", "respondAppeal", """
                {"action":"responded","contactKind":"phone","contactPhone":"023-0000-7001","contactWith":"resident","finding":%s}""");
    }

    /** What was written outdoors, for the slip of it. */
    private String takenDown() {
        var body = new ObjectMapper()
                .createObjectNode()
                .put("channel", "patrol")
                .put("title", Hostile.TEXTS.get(0))
                .put("description", Hostile.together());
        body.putObject("location").put("unit", "ganshui-erju-01");
        var worker = api.as("ganshui-grid-01");
        return worker.send(worker.request("/api/registrations")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body.toString())))
                .json()
                .path("number")
                .asText();
    }

    private void handled() {
        completed("ganshui-secretary-erju", "handleDirectly", """
                {"action":"done","outcome":"solved","evidenceKind":"document","evidence":"现场照片3张，存社区工作群","result":%s}""");
    }

    private void completed(String person, String form, String answers) {
        completed(person, form, number, answers.formatted(TextNode.valueOf(Hostile.TEXTS.get(1))));
    }
}
