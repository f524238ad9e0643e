package org.minqing.browser.seen;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** A resident writes whatever he likes into a title, and no page of staff falls apart. */
@MinqingTest
class LongTitlesBrowserTest extends FieldTalk {

    /** Nobody else's appeals stand before ours in the lists of this village. */
    private static final String UNIT = "ganshui-shuanglong-01";

    private static final String SECRETARY = "ganshui-secretary-shuanglong";

    /** Labels that break after every few signs, with what is said in them. */
    private static final String STACKED = """
            () => [...document.querySelectorAll('main button, main .button, main .due, main .tag, main .due-mark')]
              .filter(it => it.checkVisibility())
              .filter(it => {
                const said = document.createRange();
                said.selectNodeContents(it);
                const lines = Math.round(said.getBoundingClientRect().height / parseFloat(getComputedStyle(it).lineHeight));
                return lines > 1 && it.textContent.trim().length / lines < 4;
              })
              .map(it => it.textContent.trim().replace(/\\s+/g, ' '))""";

    private final Map<String, Visitor> visitors = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"W", "长"})
    void noTitleMakesAPageWiderThanATelephoneNorPressesALabelIntoAColumnOfSigns(String sign) {
        var title = sign.repeat(60);
        var body = said(UNIT, title, "路" + UUID.randomUUID());
        body.withObject("/location").put("address", sign.repeat(100));
        var number = submitted(body);
        responded(SECRETARY, number);
        for (var wide : new boolean[] {false, true}) {
            sound(SECRETARY, wide, sign, "/desk", number);
            sound(SECRETARY, wide, sign, "/desk/tasks", number);
            sound(
                    SECRETARY,
                    wide,
                    sign,
                    "/desk/tasks/"
                            + api.as(SECRETARY)
                                    .task("handleDirectly", number)
                                    .path("id")
                                    .asText(),
                    title);
            sound(SECRETARY, wide, sign, "/desk/appeals/" + number, title);
            sound(SECRETARY, wide, sign, "/desk/appeals/" + number + "/process", title);
            sound("ganshui-supervisor", wide, sign, "/desk/supervision", "");
            sound("ganshui-supervisor", wide, sign, "/desk/supervision/appeals?unit=ganshui-shuanglong", title);
            sound("ganshui-supervisor", wide, sign, "/desk/supervision/appeals/" + number, title);
            found(wide, sign, number, title);
        }
    }

    /** The one with the longest title stands among others that are short. */
    @Test
    void aLabelOfTheDeskStandsInOneLineBesideAnyTitle() {
        appeal("W".repeat(60), "other", "路" + UUID.randomUUID());
        appeal("短短", "other", "路" + UUID.randomUUID());
        var desk = at(true, "titles-desk", GRID, "/desk");
        Assertions.assertThat(stacked(desk.page())).isEmpty();
        Assertions.assertThat((Double) desk.page()
                        .locator(".tasks .at-table")
                        .first()
                        .evaluate("it => it.getBoundingClientRect().height"))
                .isLessThan(70);
    }

    private void found(boolean wide, String sign, String number, String title) {
        var desk = at(wide, "titles", "ganshui-dispatcher", "/desk/search");
        desk.page().fill("#number", number);
        desk.page().locator("form.search button[type=submit]").click();
        sound(desk, wide, sign, "search", title);
    }

    private void sound(String person, boolean wide, String sign, String path, String shows) {
        var visitor = at(wide, "titles", person, path);
        sound(visitor, wide, sign, path.replaceAll("[?/]+|[0-9a-f-]{30,}", "-"), shows);
    }

    private void sound(Visitor visitor, boolean wide, String sign, String name, String shows) {
        var page = visitor.page();
        var where = name + (wide ? " at 1280" : " at 390");
        visitor.screenshot((wide ? "1280" : "390") + (sign.equals("W") ? "-w" : "-z") + name, whole());
        Assertions.assertThat(page.locator("main").textContent()).as(where).contains(shows);
        Assertions.assertThat(sideways(page)).as(where).isLessThanOrEqualTo(wide ? 1280 : 390);
        Assertions.assertThat(stacked(page)).as(where).isEmpty();
    }

    private Visitor at(boolean wide, String name, String person, String path) {
        var visitor = visitors.computeIfAbsent(person + wide, key -> visitor(wide, name, person));
        visitor.open(path);
        return visitor;
    }

    private Visitor visitor(boolean wide, String name, String person) {
        var visitor = wide ? browser.visitor(api.base(), name) : browser.phone(api.base(), name);
        if (wide) {
            visitor.page().setViewportSize(1280, 900);
        }
        signedInBefore(visitor, person);
        return visitor;
    }

    @SuppressWarnings("unchecked")
    private static List<String> stacked(Page page) {
        return (List<String>) page.evaluate(STACKED);
    }
}
