package org.minqing.browser.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** Letters twice as large, on a telephone and on a desk: nothing is cut off, lies under another thing or asks to be pushed sideways. */
@MinqingTest
class LargeLettersBrowserTest extends FieldTalk {

    /** What is pressed or written into, and lies under something else or is cut off where it stands. */
    private static final String LOST = """
            () => [...document.querySelectorAll('main a, main button, main summary, main input, main select, main textarea')]
              .filter(it => it.tabIndex >= 0 && it.type !== 'hidden' && it.checkVisibility())
              .filter(it => {
                it.scrollIntoView({block: 'center'});
                const box = it.getClientRects()[0];
                if (!box || box.width < 2 || box.height < 2) {
                  return false;
                }
                const x = box.left + Math.min(box.width / 2, 40);
                const y = box.top + box.height / 2;
                const there = document.elementFromPoint(x, y);
                // Nobody writes into a field that shows not even two letters.
                if (it.matches('input:not([type=checkbox]):not([type=radio]), select, textarea') && box.width < 120) {
                  return true;
                }
                return box.left < -1 || box.left + 1 > innerWidth || box.right > innerWidth + 1
                  || !there || !(it.contains(there) || there.contains(it) || there.closest('label')?.contains(it));
              })
              .map(it => it.outerHTML.slice(0, 120))""";

    private final List<String> faults = new ArrayList<>();

    @Test
    void residentsReadAndPressEverything() {
        var code = receipt(said("ganshui-sanju-01", "路灯坏了", "三号楼前的路灯坏了三天，晚上看不见路。"))
                .path("trackingCode")
                .asText();
        for (var path : List.of(
                "/",
                "/?locality=ganshui",
                "/submit?locality=ganshui",
                "/track",
                "/track/" + code,
                "/track/" + code + "?new",
                "/privacy")) {
            look(browser.phone(api.base(), "large-phone"), path);
            look(wide("large-wide"), path);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void staffReadAndPressEverythingWhereAppealsAreTakenDown() {
        for (var path : List.of("/desk/register", "/desk/register/batch", "/desk/search")) {
            var phone = browser.phone(api.base(), "large-clerk-phone");
            signedInBefore(phone, "ganshui-registrar");
            look(phone, path);
            var clerk = wide("large-clerk");
            signedInBefore(clerk, "ganshui-registrar");
            look(clerk, path);
        }
        for (var path : List.of("/desk/report", "/desk/tasks")) {
            var phone = browser.phone(api.base(), "large-grid");
            signedInBefore(phone, GRID);
            look(phone, path);
        }
        assertThat(faults).isEmpty();
    }

    private Visitor wide(String test) {
        var visitor = browser.visitor(api.base(), test);
        visitor.page().setViewportSize(1280, 900);
        return visitor;
    }

    private void look(Visitor visitor, String path) {
        visitor.open(path);
        var page = visitor.page();
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        visitor.screenshot(path.replaceAll("[^a-z]+", "-"), whole());
        var width = (Integer) page.evaluate("window.innerWidth");
        if (sideways(page) > width) {
            faults.add(path + " at " + width + " is " + sideways(page) + " wide");
        }
        @SuppressWarnings("unchecked")
        var lost = (List<String>) page.evaluate(LOST);
        lost.forEach(it -> faults.add(path + " at " + width + ": " + it));
        visitor.page().context().close();
    }
}
