package org.minqing.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.appeal.kind.Categories;
import org.minqing.support.Api;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.springframework.beans.factory.annotation.Autowired;

/** While somebody still writes, he is told what others have told of: staff with the numbers, residents without anything of them. */
@MinqingTest
class ToldBeforeTest extends AppealRules {

    private static final String FOUNTAIN = """
            {"locality":"ganshui","unit":"ganshui-tieshiya-01","category":"%s","title":"%s","description":"喷泉池的水泵嗡嗡响"}""";

    @Autowired
    Categories categories;

    private Api.Answer asStaff(String person, String body) {
        return api.as("ganshui-" + person).post("/api/appeals/similar", body);
    }

    private Api.Answer asResident(String body) {
        return api.post("/api/similar", body);
    }

    private static String fountain(String category) {
        return FOUNTAIN.formatted(category, "喷泉");
    }

    @Test
    void whoWritesAnAppealDownSeesWhoToldOfItAlready() {
        time.begin("2026-09-07T09:00");
        var before = anAppeal()
                .about("noise")
                .at("ganshui-tieshiya-01")
                .telling("喷泉池太吵", "喷泉池水泵整夜响")
                .submitted();
        for (var person : List.of("registrar", "dispatcher")) {
            var found = asStaff(person, fountain("noise")).json().path("similar");
            assertThat(found.findValuesAsText("number")).containsExactly(before.number());
            assertThat(found.path(0).path("reason").asText()).contains("说法相近（", "喷泉池", "同一网格", "同类别");
        }
    }

    /** He asks about any place and hears of those that are his to see. */
    @Test
    void aGridWorkerIsShownNoMoreThanHeMaySee() {
        time.begin("2026-09-14T09:00");
        anAppeal()
                .about("noise")
                .at("ganshui-tieshiya-01")
                .telling("喷泉池太吵", "喷泉池水泵整夜响")
                .submitted();
        assertThat(asStaff("grid-01", fountain("noise")).json().path("similar")).isEmpty();
        var own = anAppeal()
                .about("noise")
                .at("ganshui-erju-01")
                .telling("喷泉池太吵", "喷泉池水泵整夜响")
                .submitted();
        assertThat(asStaff("grid-01", fountain("noise")).json().path("similar").findValuesAsText("number"))
                .containsExactly(own.number());
    }

    @Test
    void otherStaffAndResidentsAreNotShownNumbers() {
        for (var person : List.of("caller", "supervisor", "auditor", "safety")) {
            Stored.problem(asStaff(person, fountain("noise")), 404);
        }
        assertThat(api.post("/api/appeals/similar", fountain("noise")).status()).isIn(401, 404);
    }

    @Test
    void aResidentHearsHowManyToldOfItAndNothingOfThem() {
        time.begin("2026-09-21T09:00");
        var original = anAppeal()
                .about("environment")
                .at("ganshui-shuanglong-01")
                .telling("水车冒烟", "张小丽家门口的水车冒黑烟，电话13800000000")
                .signed("张小丽", "13800000000")
                .submitted();
        anAppeal()
                .about("environment")
                .at("ganshui-shuanglong-01")
                .telling("水车", "水车冒烟")
                .submitted()
                .mergedInto(original);
        var answer = asResident("""
                {"locality":"ganshui","unit":"ganshui-shuanglong-01","category":"environment","description":"水车冒烟"}""");
        assertThat(answer.raw().body())
                .contains("已有 2 人反映", "双龙村：生态环境")
                .doesNotContain(original.number(), "张小丽", "138", "水车", "第一网格");
        assertThat(answer.json().path("similar").path(0).path("voices").asInt()).isEqualTo(2);
        assertThat(asResident(fountain("sanitation")).json().path("similar")).isEmpty();
    }

    /** What somebody needs, what he complains about and who is vulnerable is nobody else's to know. */
    @Test
    void aResidentHearsNothingOfWhatIsNotForAllToSee() {
        time.begin("2026-09-28T09:00");
        anAppeal().about("care").at("ganshui-tieshiya-01").telling("喷泉", "喷泉池").submitted();
        assertThat(asResident(fountain("care")).json().path("similar")).isEmpty();
        anAppeal()
                .about("noise")
                .at("ganshui-tieshiya-01")
                .thatIs("vulnerable")
                .telling("喷泉", "喷泉池水泵")
                .submitted();
        anAppeal()
                .ofType("report")
                .about("noise")
                .at("ganshui-tieshiya-01")
                .telling("喷泉", "喷泉池水泵")
                .submitted();
        assertThat(asResident(fountain("noise")).json().path("similar")).isEmpty();
    }

    @Test
    void whatIsAskedIsNotKept() {
        new Stored(jdbc)
                .refused(400, () -> asResident("{\"locality\":\"ganshui\",\"word\":\"x\"}"), "word", "category");
        Stored.problem(asResident("""
                {"locality":"nowhere","category":"noise"}"""), 400, "locality");
        Stored.problem(asResident("""
                {"locality":"ganshui","unit":"matou-xinhe","category":"nothing"}"""), 400, "unit", "category");
        Stored.problem(asStaff("registrar", """
                {"locality":"matou"}"""), 400, "locality");
        var rows = new Stored(jdbc).rows();
        assertThat(asResident(fountain("noise")).status()).isEqualTo(200);
        assertThat(new Stored(jdbc).rows()).isEqualTo(rows);
    }

    /** In an address they would stand in every log on the way. */
    @Test
    void wordsAreNotTakenFromAnAddress() {
        assertThat(Session.anonymous(api).get("/api/similar?description=x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyCategoryThatIsToldIsOne() {
        var known =
                categories.of("ganshui").stream().map(Categories.Category::code).toList();
        assertThat(known).containsAll(new MergingRules().toldToResidents());
    }
}
