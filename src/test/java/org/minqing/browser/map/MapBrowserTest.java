package org.minqing.browser.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.browser.BrowserTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** The map on a screen, on a telephone, by keyboard, without scripts and on the wall; no other server is asked for anything. */
@MinqingTest
class MapBrowserTest extends BrowserTalk {

    private static final Page.ScreenshotOptions WHOLE = new Page.ScreenshotOptions().setFullPage(true);
    private static final String ATTACK = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'";

    /** Links within a line of text are exempt, as in WCAG 2.2, 2.5.8. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('#map a, main button, main select')].filter(it => it.checkVisibility())
              .map(it => [it.outerHTML.slice(0, 90), it.getBoundingClientRect()])
              .filter(([, box]) => box.height < 43.9 || box.width < 43.9).map(([html, box]) => html + box.width + 'x' + box.height)""";

    private static String late;

    @BeforeEach
    void someAppeals() {
        if (late == null) {
            time.set("2026-03-02T09:00");
            late = filed("xinanjie-1-01", ATTACK, 111.365, 35.622);
            time.pass("P4D");
            filed("xinanjie-1-02", "路面积水", 111.368, 35.624);
            filed("xinanjie-2-03", "楼道灯坏了", 111.375, 35.618);
            submitted(said("xinanjie-3-04", "垃圾没有清运", "垃圾桶满了三天"));
        }
        time.set("2026-03-06T10:00");
    }

    @Test
    void aSupervisorGoesFromTheTownToOneAppeal() {
        var supervisor = browser.visitor(api.base(), "map");
        var asked = asked(supervisor);
        open(supervisor, "xinanjie-supervisor", "/desk");
        assertThat(supervisor.page().locator(".map-tile img")).isVisible();
        supervisor.page().locator("header.site a[href='/desk/map']").click();
        drawn(supervisor, "units");
        assertThat(supervisor.page().locator(".map-count").first()).isVisible();
        assertThat(supervisor.page().locator(".schematic")).hasText("示意图，非真实地理");
        supervisor.screenshot("town", WHOLE);
        sound(supervisor);

        supervisor.page().locator("#unit").selectOption("xinanjie-1-01");
        supervisor.page().locator("form.choose button").click();
        drawn(supervisor, "marks");
        assertThat(supervisor.page().locator("#mark-" + late)).containsText("已超时");
        supervisor.screenshot("grid", WHOLE);
        sound(supervisor);
        // Where the mark is, its words open; whatever a resident wrote is a text.
        var box = supervisor.page().locator("#map").boundingBox();
        var at = (List<?>) supervisor.page().evaluate("""
                () => { const map = document.getElementById('map').mqMap; const p = map.latLngToContainerPoint([35.622, 111.365]); return [p.x, p.y]; }""");
        supervisor
                .page()
                .mouse()
                .click(box.x + ((Number) at.get(0)).doubleValue(), box.y + ((Number) at.get(1)).doubleValue());
        assertThat(supervisor.page().locator(".leaflet-popup-content strong")).hasText(ATTACK);
        supervisor.screenshot("popup");
        sound(supervisor);
        supervisor.page().locator(".leaflet-popup-content a").click();
        assertThat(supervisor.page()).hasURL(Pattern.compile(".*/desk/appeals/" + late));
        supervisor.page().goBack();
        supervisor.page().locator("#mark-" + late + " .actions a").first().click();
        assertThat(supervisor.page()).hasURL(Pattern.compile(".*/desk/supervision/appeals/" + late));
        Assertions.assertThat(asked)
                .isNotEmpty()
                .allMatch(url -> url.startsWith(api.base()) || url.startsWith("data:"));
    }

    /** Moving, coming nearer and going to an appeal, with keys alone. */
    @Test
    void keysReachAllThatAMouseReaches() {
        var supervisor = browser.visitor(api.base(), "map-keys");
        open(supervisor, "xinanjie-supervisor", "/desk/map");
        drawn(supervisor, "units");
        var map = supervisor.page().locator("#map");
        map.focus();
        supervisor.page().keyboard().press("ArrowRight");
        supervisor.page().keyboard().press("Equal");
        supervisor.page().keyboard().press("Equal");
        supervisor.page().keyboard().press("Equal");
        drawn(supervisor, "marks");
        supervisor.page().locator("#unit").focus();
        for (int i = 0; i < 60 && !focused(supervisor).contains(late); i++) {
            supervisor.page().keyboard().press("Tab");
        }
        Assertions.assertThat(focused(supervisor)).contains(late);
        supervisor.page().keyboard().press("Enter");
        assertThat(supervisor.page()).hasURL(Pattern.compile(".*/desk/(supervision/)?appeals/" + late));
    }

    @Test
    void aTelephoneHasTheSameWithoutScrollingSideways() {
        var worker = browser.phone(api.base(), "map-phone");
        open(worker, "xinanjie-grid-01", "/desk/map");
        drawn(worker, "units");
        worker.screenshot("town", WHOLE);
        sound(worker);
        Assertions.assertThat((List<?>) worker.page().evaluate(SMALL)).isEmpty();
        worker.page().locator(".leaflet-control-zoom-in").click();
        worker.page().locator(".leaflet-control-zoom-in").click();
        drawn(worker, "marks");
        worker.screenshot("near");
        sound(worker);
    }

    @Test
    void withoutScriptsThereIsTheListAndAPicture() {
        var supervisor = browser.withoutScripts(api.base(), "map-plain");
        open(supervisor, "xinanjie-supervisor", "/desk/map");
        assertThat(supervisor.page().locator(".map-still")).isVisible();
        assertThat(supervisor.page().locator("#map")).isHidden();
        assertThat(supervisor.page().locator("#mark-" + late)).isVisible();
        supervisor.screenshot("town", WHOLE);
        supervisor.page().locator(".files a").first().click();
        assertThat(supervisor.page()).hasURL(Pattern.compile(".*/desk/map/print.svg"));
        supervisor.screenshot("print");
        // A picture names no icon, so the browser asks for its own.
        Assertions.assertThat(supervisor.problems().stream().filter(it -> !it.contains("/favicon.ico")))
                .isEmpty();
    }

    @Test
    void theWallIsReadFromAfarAndRenewsItself() {
        var wall = browser.visitor(api.base(), "map-wall");
        wall.page().clock().install();
        open(wall, "xinanjie-supervisor", "/desk/map/wall");
        assertThat(wall.page().locator(".wall-picture img")).isVisible();
        wall.page().clock().runFor(100);
        wall.screenshot("wall", WHOLE);
        sound(wall);
        Assertions.assertThat(wall.page().content()).doesNotContain(late, "楼道灯坏了");
        var open =
                Integer.parseInt(wall.page().locator(".wall-totals b").first().innerText());
        submitted(said("xinanjie-1-01", "新来的一件", "新来的一件"));
        wall.page().clock().runFor(31_000);
        assertThat(wall.page().locator(".wall-totals b").first()).hasText(String.valueOf(open + 1));

        var phone = browser.phone(api.base(), "map-wall-phone");
        open(phone, "xinanjie-supervisor", "/desk/map/wall");
        phone.screenshot("wall", WHOLE);
        sound(phone);
    }

    private static String focused(Visitor visitor) {
        return (String) visitor.page().evaluate("document.activeElement.outerHTML");
    }

    private static void drawn(Visitor visitor, String level) {
        assertThat(visitor.page().locator("#map[data-level=" + level + "]")).isVisible();
    }

    private static List<String> asked(Visitor visitor) {
        var asked = new ArrayList<String>();
        visitor.page().onRequest(request -> asked.add(request.url()));
        return asked;
    }

    private static void sound(Visitor visitor) {
        Assertions.assertThat(visitor.barriers()).isEmpty();
        Assertions.assertThat(visitor.problems()).isEmpty();
        Assertions.assertThat(visitor.dialogs()).isEmpty();
        Assertions.assertThat((Integer) visitor.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(visitor.page().viewportSize().width);
    }

    private String filed(String unit, String title, double lng, double lat) {
        var said = said(unit, title, title);
        said.withObject("/location").put("lng", lng).put("lat", lat);
        return submitted(said);
    }
}
