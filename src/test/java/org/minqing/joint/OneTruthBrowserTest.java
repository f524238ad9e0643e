package org.minqing.joint;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.browser.FieldTalk;
import org.minqing.browser.Visitor;
import org.minqing.support.MinqingTest;

/** One difficult appeal, and everybody who has to do with it looks at it at the same moment. */
@MinqingTest
class OneTruthBrowserTest extends FieldTalk {

    private static final String LEAD = "shibu-construction";
    private static final String CO_HANDLER = "shibu-livelihood";
    private static final String OTHER_CO_HANDLER = "shibu-safety";
    private static final String SPLIT = """
            {"subCases":[
              {"title":"界桩被挪动","description":"路边的界桩被人挪了一米","category":"land"},
              {"title":"地边垃圾没人清","description":"两家地边堆了垃圾","category":"sanitation","location":{"unit":"shibu-jijiahe-01"}}]}""";

    private String code;

    @AfterEach
    void nothingStaysOpen() {
        api.post("/api/track/" + code + "/withdrawal", "{}");
    }

    @Test
    void whoeverLooksAtItSeesTheSameStateTheSameLimitAndTheSameParts() {
        var receipt = receipt(
                said("shibu-jijiahe-01", "地界说不清", "两家地界说不清，去年种的树挪了位置，地边还堆了垃圾。").put("category", "land"));
        var number = receipt.path("number").asText();
        code = receipt.path("trackingCode").asText();
        responded("shibu-grid-02", number);
        completed(CO_HANDLER, "giveOpinion", number, """
                {"position":"needs","jointOpinion":"承包合同在站里有底册，量地前先请双方到场确认。"}""");
        var split = api.as("shibu-dispatcher").post("/api/appeals/" + number + "/sub-cases", SPLIT);
        Assertions.assertThat(split.status()).as(split.raw().body()).isEqualTo(200);
        var limit = api.get("/api/track/" + code)
                .json()
                .at("/promises/resolveBy/words")
                .asText();
        Assertions.assertThat(limit).isNotEmpty();

        var screens = new ArrayList<Visitor>();
        for (var person : List.of("shibu-dispatcher", "shibu-supervisor", LEAD, CO_HANDLER, OTHER_CO_HANDLER)) {
            var desk = browser.visitor(api.base(), "one-truth-" + person);
            open(desk, person, "/desk/appeals/" + number);
            screens.add(desk);
        }
        var resident = browser.phone(api.base(), "one-truth-resident");
        resident.open("/track/" + code);
        screens.add(resident);
        for (var screen : screens) {
            var main = screen.page().locator("main");
            assertThat(main).containsText(number);
            assertThat(main).containsText("办理中");
            assertThat(main).containsText(limit);
            assertThat(main).containsText("界桩被挪动");
            assertThat(main).containsText("地边垃圾没人清");
            screen.screenshot("same", whole());
            Assertions.assertThat(screen.barriers()).isEmpty();
        }
        // What is between colleagues stays there.
        assertThat(resident.page().locator("main")).not().containsText("底册");

        var lead = worker("one-truth-lead-phone", LEAD);
        openTask(lead, LEAD, "handleWithDepartment", number);
        assertThat(lead.page().locator("main")).containsText("承包合同在站里有底册");
        assertThat(lead.page().locator("main")).containsText(limit);
        lead.screenshot("task", whole());
        var other = worker("one-truth-co-handler-phone", OTHER_CO_HANDLER);
        openTask(other, OTHER_CO_HANDLER, "giveOpinion", number);
        assertThat(other.page().locator("main")).containsText(number);
        other.screenshot("task", whole());
        Assertions.assertThat(resident.problems()).isEmpty();
    }
}
