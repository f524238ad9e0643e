package org.minqing.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;

/** The map shows each reader what he finds in his lists: no appeal more, and none less. */
@MinqingTest
class MapReadersTest extends Talk {

    private static final List<String> SHIBU = Stream.of(
                    "grid-01",
                    "grid-02",
                    "secretary-chengxi",
                    "secretary-jijiahe",
                    "construction",
                    "livelihood",
                    "safety",
                    "dispatcher",
                    "caller",
                    "supervisor",
                    "leader",
                    "registrar",
                    "auditor")
            .map(name -> "shibu-" + name)
            .toList();

    private static final List<String> MATOU = Stream.of(
                    "grid-01", "secretary-qianjin", "safety", "dispatcher", "caller", "supervisor", "leader", "auditor")
            .map(name -> "matou-" + name)
            .toList();

    @AfterEach
    void nothingIsLeft() {
        withdrawAll();
    }

    @Test
    void ownUnitOtherUnitAndOtherLocality() {
        var mine = here("shibu-chengxi-1-02", "井盖松动");
        var theirs = here("shibu-jijiahe-01", "渠道淤塞");
        var far = here("matou-qianjin-1-01", "路灯不亮");
        for (var person : SHIBU) {
            oneRule(person, mine, theirs);
        }
        assertThat(marks("shibu-grid-01")).contains(mine).doesNotContain(theirs, far);
        assertThat(marks("shibu-grid-02")).contains(theirs).doesNotContain(mine, far);
        assertThat(marks("shibu-supervisor")).contains(mine, theirs).doesNotContain(far);
        assertThat(marks("matou-supervisor")).contains(far).doesNotContain(mine, theirs);
    }

    /** An office sees what it handles, wherever it is, and whatever it assists with. */
    @Test
    void anOfficeSeesWhatItHandlesOrAssistsWith() {
        var body = body("shibu-jijiahe-02", "水管漏水").put("category", "water-supply");
        var number = accepted(body).path("number").asText();
        SHIBU.forEach(person -> oneRule(person, number));
        assertThat(marks("shibu-construction")).contains(number);
    }

    @Test
    void whomAnAppealIsAboutDoesNotFindIt() {
        var number = here("shibu-chengxi-1-01", "巷口堆物");
        assertThat(marks("shibu-grid-01")).contains(number);
        Session.of(api, "shibu-dispatcher").submit("/desk/appeals/" + number + "/subject", "subject=shibu-grid-01");
        Session.of(api, "shibu-dispatcher").submit("/desk/appeals/" + number + "/subject", "subject=shibu-leader");
        SHIBU.forEach(person -> oneRule(person, number));
        assertThat(marks("shibu-grid-01")).doesNotContain(number);
        assertThat(marks("shibu-leader")).doesNotContain(number);
        var accused = Session.of(api, "shibu-leader");
        for (var path : List.of("/desk/map?unit=shibu-chengxi-1-01", "/desk/map/print.svg", "/desk/map/wall")) {
            assertThat(accused.get(path).body()).as(path).doesNotContain(number);
        }
    }

    /** And to nobody in the room: the wall does not count it for those who may see it either. */
    @Test
    void whatIsConfidentialIsMarkedForThoseWhoMayKnowAndCountedOnNoWall() {
        var before = onWall("matou-supervisor");
        var number = accepted(body("matou-qianjin-1-01", "反映低保发放").put("category", "petition"))
                .path("number")
                .asText();
        MATOU.forEach(person -> oneRule(person, number));
        assertThat(marks("matou-safety")).contains(number);
        assertThat(marks("matou-supervisor")).doesNotContain(number);
        done("matou-safety", "nameSubject", number, """
                {"action":"named","people":["matou-secretary-qianjin"]}""");
        MATOU.forEach(person -> oneRule(person, number));
        assertThat(marks("matou-supervisor")).contains(number);
        assertThat(marks("matou-secretary-qianjin")).doesNotContain(number);
        assertThat(onWall("matou-supervisor")).isEqualTo(before);
    }

    @Test
    void whatIsSplitOffIsFoundByWhoSeesTheWholeAndByWhoHandlesIt() {
        var number = here("shibu-jijiahe-01", "两件事");
        done("shibu-grid-02", "respondAppeal", number, """
                {"action":"responded","contactKind":"onSite","contactWith":"resident","finding":"现场看过"}""");
        var split = api.as("shibu-dispatcher").post("/api/appeals/" + number + "/sub-cases", """
                {"subCases":[{"title":"路灯不亮","description":"路口的路灯不亮","category":"property"},
                 {"title":"界桩被挪动","description":"路边的界桩被挪了一米","category":"land"}]}""");
        assertThat(split.status()).as(split.raw().body()).isEqualTo(200);
        SHIBU.forEach(person -> oneRule(person, number, number + "-1", number + "-2"));
        assertThat(listed("shibu-grid-02")).contains(number + "-1");
    }

    @Test
    void nobodyElseHasAMap() {
        for (var path : List.of("/api/map", "/desk/map", "/desk/map/print.svg", "/desk/map/wall")) {
            assertThat(Session.of(api, "admin").get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path : List.of("/desk/map/wall", "/desk/map/wall.svg")) {
            assertThat(Session.of(api, "shibu-secretary-chengxi").get(path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(Session.of(api, "shibu-caller").get("/desk/map/wall").statusCode())
                .isEqualTo(200);
    }

    /** Marks and lists agree about these appeals, for this reader: those without a position stand in the list alone. */
    private void oneRule(String person, String... numbers) {
        var marks = marks(person);
        var listed = listed(person);
        for (var number : numbers) {
            var sees = api.as(person).get("/api/appeals/" + number).status() == 200;
            if (number.matches(".*-[0-9]{4}")) {
                assertThat(marks.contains(number)).as(person + " " + number).isEqualTo(sees);
            }
            assertThat(listed.contains(number))
                    .as("list of " + person + " " + number)
                    .isEqualTo(sees);
        }
    }

    private List<String> marks(String person) {
        var answer = api.as(person).get("/api/map");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("marks").spliterator(), false)
                .map(mark -> mark.path("id").asText())
                .toList();
    }

    /** All pages of the list. */
    private List<String> listed(String person) {
        var session = Session.of(api, person);
        var numbers = new ArrayList<String>();
        for (int page = 1; ; page++) {
            var html = session.send("GET", "/desk/map?page=" + page, null, "text/html")
                    .body();
            var found = Pattern.compile("id=\"mark-([^\"]+)\"")
                    .matcher(html)
                    .results()
                    .map(it -> it.group(1))
                    .toList();
            numbers.addAll(found);
            if (found.size() < 20) {
                return numbers;
            }
        }
    }

    private String onWall(String person) {
        var html = Session.of(api, person).get("/desk/map/wall").body();
        return html.substring(html.indexOf("wall-totals"), html.indexOf("map-kind"));
    }

    private String here(String unit, String title) {
        return accepted(body(unit, title)).path("number").asText();
    }

    private static ObjectNode body(String unit, String title) {
        var locality = unit.substring(0, unit.indexOf('-'));
        var body = sound().put("locality", locality).put("title", title).put("description", title);
        var at = locality.equals("shibu") ? new double[] {110.1, 35.8} : new double[] {119.1, 33.5};
        body.putObject("location").put("unit", unit).put("lng", at[0]).put("lat", at[1]);
        return body;
    }
}
