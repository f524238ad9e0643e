package org.minqing.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.policy.PolicyFile;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** A card names those who are there for a grid now, in the order in which residents call them. */
@MinqingTest
class ContactCardTest extends Talk {

    private static final String CARDS = "/desk/contact-cards";

    @Autowired
    ContactCards cards;

    @Autowired
    Localities localities;

    @AfterEach
    void nobodySaidANumber() {
        jdbc.sql("delete from contact_card_phone").update();
    }

    private String shown(String person, String path) {
        var answer = Session.of(api, person).send("GET", path, null, "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void threePeopleOfAGridAreNamedEachOnceTheNearestFirst() {
        var card = cards.of("shibu", "shibu-chengxi-1-01");
        assertThat(card.people())
                .extracting(ContactCard.Named::post)
                .startsWith("网格员")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(card.people()).extracting(ContactCard.Named::name).doesNotHaveDuplicates();
        assertThat(card.above()).endsWith("石堡镇");
    }

    @Test
    void everySmallestUnitOfEachPlaceHasACardWithSomebodyOnIt() {
        for (var locality : localities.all()) {
            for (var unit : UnitTree.smallest(locality)) {
                assertThat(cards.of(locality.code(), unit.code()).people())
                        .as(unit.code())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whoeverSaysHisNumberHasItPrintedAndElseTheLandlineIs() {
        var worker = Session.of(api, "shibu-grid-01");
        var before = shown("shibu-registrar", CARDS + "/shibu-chengxi-1-01");
        assertThat(before).contains("刘网格", "请打 0911-000-0001");
        assertThat(worker.submit(CARDS + "/phone", "cardPhone=0911-000-7300").statusCode())
                .isEqualTo(303);
        assertThat(shown("shibu-registrar", CARDS + "/shibu-chengxi-1-01"))
                .contains("tel:0911-000-7300", "/submit?locality=shibu&amp;unit=shibu-chengxi-1-01");
        assertThat(worker.submit(CARDS + "/phone", "cardPhone=").statusCode()).isEqualTo(303);
        assertThat(shown("shibu-registrar", CARDS + "/shibu-chengxi-1-01")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12", "<b>1</b>", "1380000000013800000000138", "=1+1"})
    void whatIsNoNumberIsNotKept(String typed) {
        var answer = Session.of(api, "shibu-grid-01")
                .submit(CARDS + "/phone", "cardPhone=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请填电话号码").doesNotContain("<b>1</b>");
        assertThat(jdbc.sql("select count(*) from contact_card_phone")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** A card of another place, of an office, of a unit with others below it, and of none. */
    @ParameterizedTest
    @ValueSource(strings = {"ganshui-erju-01", "shibu-livelihood", "shibu-chengxi", "x", "phone"})
    void thereAreCardsOfTheSmallestUnitsOfOnesOwnPlaceAlone(String unit) {
        assertThat(Session.of(api, "shibu-grid-01")
                        .send("GET", CARDS + "/" + unit, null, "text/html")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoBelongsToNoPlaceFindsNoCards() {
        assertThat(Session.of(api, "admin")
                        .send("GET", CARDS, null, "text/html")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'posts: [nobody], most: 3',nobody",
        "'posts: [grid-worker], most: 9',most",
        "'posts: [], most: 1',posts"
    })
    void aFileThatCannotBeUsedIsNamed(String yaml, String field) {
        var file = new PolicyFile(
                "contact-card.yml", new ByteArrayResource(("{" + yaml + "}").getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new CardRules(file, localities))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("contact-card.yml", field);
    }
}
