package org.minqing.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.xml.sax.InputSource;

/** The page, its data and its picture answer the same question with the same figures. */
@MinqingTest
class MapPagesTest extends Talk {

    private static final String UNIT = "zhangjiashan-tangbian-1";
    private static final String SUPERVISOR = "zhangjiashan-supervisor";

    @AfterEach
    void nothingIsLeft() {
        withdrawAll();
    }

    @Test
    void anAppealStandsWhereItWasTakenInWhateverDegrees() {
        var number = filed("wgs84", 115.53, 28.06);
        var shifted = filed("gcj02", 115.53, 28.06);
        var mark = mark(number);
        assertThat(mark.path("lng").asDouble()).isEqualTo(115.53);
        assertThat(mark.path("lat").asDouble()).isEqualTo(28.06);
        var other = mark(shifted);
        assertThat(other.path("lng").asDouble()).isNotEqualTo(115.53).isBetween(115.52, 115.54);
        assertThat(other.path("words").toString()).contains("一般", "已受理");
        assertThat(other.path("href").asText()).isEqualTo("/desk/appeals/" + shifted);
        assertThat(other.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id", "unitName", "lng", "lat", "symbol", "pressing", "title", "words", "href");
    }

    @Test
    void whatIsOverItsLimitIsCountedRingedAndSaid() {
        var before = figures();
        var number = filed("wgs84", 115.53, 28.06);
        assertThat(figures().path("open").asInt()).isEqualTo(before.path("open").asInt() + 1);
        assertThat(figures().path("unaccepted").asInt())
                .isEqualTo(before.path("unaccepted").asInt() + 1);
        time.pass("P3D");
        assertThat(figures().path("overdue").asInt())
                .isEqualTo(before.path("overdue").asInt() + 1);
        assertThat(mark(number).path("pressing").asBoolean()).isTrue();
        assertThat(mark(number).path("words").toString()).contains("已超时");
        assertThat(page("?unit=" + UNIT + "&state=overdue")).contains("mark-" + number);
        assertThat(page("?unit=" + UNIT + "&state=danger")).doesNotContain("mark-" + number);
        assertThat(page("?unit=" + UNIT + "&urgency=normal")).contains("mark-" + number);
        assertThat(page("?unit=" + UNIT + "&urgency=emergency")).doesNotContain("mark-" + number);
    }

    /** Everything on the map is in the list; not everything in the list is on the map. */
    @Test
    void whatHasNoPositionStandsInTheListAndIsCounted() {
        var body = sound().put("locality", "zhangjiashan");
        body.putObject("location").put("unit", UNIT);
        var before = figures();
        var number = accepted(body).path("number").asText();
        assertThat(figures().path("open").asInt()).isEqualTo(before.path("open").asInt() + 1);
        assertThat(data("?unit=" + UNIT).path("marks").toString()).doesNotContain(number);
        assertThat(page("?unit=" + UNIT)).contains("mark-" + number, "没有标位置");
    }

    @Test
    void aSupervisorGoesFromHereToGivingItToAnotherAndADispatcherToHisTask() {
        var nowhere = sound().put("locality", "zhangjiashan");
        nowhere.remove("location");
        var undecided = accepted(nowhere).path("number").asText();
        assertThat(page("")).contains("/desk/supervision/appeals/");
        var dispatcher = Session.of(api, "zhangjiashan-dispatcher")
                .send("GET", "/desk/map", null, "text/html")
                .body();
        var line = dispatcher.substring(dispatcher.indexOf("mark-" + undecided));
        assertThat(line.substring(0, line.indexOf("</li>"))).contains("/desk/tasks/", "去派单");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?unit=nowhere",
                "?unit=shibu",
                "?state=late",
                "?urgency=x",
                "?page=0",
                "?colour=red",
                "?state=overdue&state=danger"
            })
    void whatNamesNothingIsRefused(String query) {
        var session = Session.of(api, SUPERVISOR);
        for (var path : new String[] {"/desk/map", "/desk/map/print.svg", "/api/map"}) {
            assertThat(session.get(path + query).statusCode()).as(path + query).isEqualTo(400);
        }
        assertThat(session.get("/desk/map?layer=none").statusCode()).isEqualTo(404);
    }

    @Test
    void thePictureIsWellFormedAndSaysWhatItIs() throws Exception {
        filed("bd09", 115.54, 28.07);
        var answer = Session.of(api, SUPERVISOR).get("/desk/map/print.svg?state=unaccepted");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(answer.body())
                .contains("示意图，非真实地理", "图例", "张家山街道民情图", "未签收", "截至 2026-04-07 10:00", "塘边村")
                .doesNotContain("style=", "<script", "<style");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())));
        assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(10);
    }

    /** Whoever walks by reads no single appeal, and of a few households no count that tells of one of them. */
    @Test
    void theWallCountsByAreaAndTellsAFewNotApart() {
        var number = filed("wgs84", 115.53, 28.06);
        var wall = Session.of(api, SUPERVISOR)
                .send("GET", "/desk/map/wall", null, "text/html")
                .body();
        assertThat(wall).contains("3 个村党组织", "塘边村", "&lt;5").doesNotContain(number, "楼道灯坏了");
        var picture = Session.of(api, SUPERVISOR).get("/desk/map/wall.svg").body();
        assertThat(picture).contains("&lt;5").doesNotContain("外圈", "图例");
    }

    private JsonNode figures() {
        return StreamSupport.stream(data("").path("units").spliterator(), false)
                .filter(unit -> unit.path("unit").asText().equals(UNIT))
                .findFirst()
                .orElseThrow()
                .path("figures");
    }

    private JsonNode mark(String number) {
        return StreamSupport.stream(data("?unit=" + UNIT).path("marks").spliterator(), false)
                .filter(mark -> mark.path("id").asText().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode data(String query) {
        var answer = api.as(SUPERVISOR).get("/api/map" + query);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }

    private String page(String query) {
        var answer = Session.of(api, SUPERVISOR).send("GET", "/desk/map" + query, null, "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String filed(String coordinates, double lng, double lat) {
        var body = sound().put("locality", "zhangjiashan");
        body.putObject("location")
                .put("unit", UNIT)
                .put("lng", lng)
                .put("lat", lat)
                .put("coordinates", coordinates);
        return accepted(body).path("number").asText();
    }
}
