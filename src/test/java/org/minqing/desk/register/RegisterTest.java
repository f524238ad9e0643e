package org.minqing.desk.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.support.Api;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Uploading;

/** Taking appeals down for residents: at the desk, outdoors, and by what a telephone sends later. */
@MinqingTest
class RegisterTest extends AppealRules {

    private static final String REGISTRAR = "ganshui-registrar";
    private static final String GRID = "ganshui-grid-01";
    private static final String DESK = "/desk/register";
    private static final String WORDS = "文化广场东侧三盏路灯不亮，晚上怕有人摔倒。";

    /** Other tests take down as well, at another time of day. */
    @AfterEach
    void takeBackWhatWasTakenDown() {
        jdbc.sql("""
                select tracking_code from appeal
                where recorded_by in (?, ?, ?) and closed_at is null and submitted_at <= ?""")
                .params(REGISTRAR, GRID, "matou-registrar", time.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    @Test
    void aClerkIsToldNumberAndCodeAtOnce() {
        var clerk = Session.of(api, REGISTRAR);
        var answer = sent(clerk, DESK, said());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var number = numberOf(answer);
        var slip = page(clerk, DESK + "/" + number);
        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(slip.body())
                .contains(
                        number,
                        column(number, "tracking_code").replaceAll("(.{4})(?=.)", "$1 "),
                        "023-0000-0001",
                        "href=\"/desk/register?channel=phone\"");
        assertThat(column(number, "title")).isEqualTo("文化广场东侧三盏路灯不亮，晚上怕有人摔倒");
        assertThat(column(number, "recorded_by")).isEqualTo(REGISTRAR);
        assertThat(jdbc.sql("select phone from appeal_contact where appeal = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("13800000000");
        assertThat(page(clerk, "/desk").body()).contains("/desk/register/" + number);
        assertThat(page(clerk, DESK).body()).contains("登记诉求").containsPattern("<option value=\"phone\"[^>]*selected");
    }

    @Test
    void theChannelStaysForTheSitting() {
        var clerk = Session.of(api, "matou-registrar");
        var typed = said();
        typed.put("channel", "grid-meeting");
        typed.put("location.unit", "");
        assertThat(sent(clerk, DESK, typed).statusCode()).isEqualTo(303);
        assertThat(page(clerk, DESK).body()).containsPattern("<option value=\"grid-meeting\"[^>]*selected");
        time.set(time.instant().plusSeconds(5 * 3600));
        assertThat(page(clerk, DESK).body()).doesNotContainPattern("<option value=\"grid-meeting\"[^>]*selected");
    }

    @Test
    void whatIsRefusedKeepsWhatWasTypedAndTheCategoryThatTheWordsHintAtIsChosen() {
        var clerk = Session.of(api, REGISTRAR);
        var typed = said();
        typed.put("description", "厨房一股煤气味，好像在漏气。");
        typed.put("category", "");
        typed.put("resident.phone", "打村头小卖部");
        typed.put("relayer.name", "张楼长");
        typed.put("passer.as", "group-leader");
        var answer = sent(clerk, DESK, typed);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "煤气味", "打村头小卖部", "张楼长", "href=\"#resident.phone\"", "href=\"#relayer.as\"", "tel:119", "按原话选的")
                .containsPattern("<option value=\"gas\"[^>]*selected")
                .containsPattern("<option value=\"group-leader\"[^>]*selected")
                .doesNotContain("??", "href=\"#title\"", "href=\"#category\"");
        assertThat(jdbc.sql("select count(*) from appeal_original where description = ?")
                        .param(typed.get("description"))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoeverToldOfItAndWhoPassedItOnAreKept() {
        var typed = said();
        typed.put("relayer.as", "neighbour");
        typed.put("relayer.name", "邻居刘某");
        typed.put("passer.as", "group-leader");
        var number = numberOf(sent(Session.of(api, REGISTRAR), DESK, typed));
        assertThat(jdbc.sql("select relayer from appeal_relay where appeal = ? order by step")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("neighbour", "group-leader");
    }

    @Test
    void aDoubleClickIsOneAppealAndOtherWordsUnderTheSameKeyAreAskedAbout() {
        var clerk = Session.of(api, REGISTRAR);
        var typed = said();
        var first = numberOf(sent(clerk, DESK, typed));
        assertThat(numberOf(sent(clerk, DESK, typed))).isEqualTo(first);
        typed.put("description", "另外一件：水管漏水。");
        var again = sent(clerk, DESK, typed);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("刚才已经登记过一次", "另外一件：水管漏水。").doesNotContain(typed.get("key"));
    }

    @Test
    void onlyWhoeverTookItDownSeesItsSlip() {
        var number = numberOf(sent(Session.of(api, REGISTRAR), DESK, said()));
        for (var other : new String[] {"ganshui-dispatcher", GRID, "ganshui-supervisor", "matou-registrar"}) {
            var answer = page(Session.of(api, other), DESK + "/" + number);
            assertThat(answer.statusCode()).as(other).isEqualTo(404);
            assertThat(answer.body())
                    .doesNotContain(column(number, "tracking_code").substring(0, 4) + " ");
        }
    }

    @Test
    void theDeskIsForRegistrarsAndTheOtherPageForThoseWhoGoFromDoorToDoor() {
        for (var other : new String[] {"ganshui-dispatcher", GRID, "ganshui-auditor"}) {
            assertThat(page(Session.of(api, other), DESK).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        for (var other : new String[] {"ganshui-dispatcher", REGISTRAR, "ganshui-volunteer"}) {
            assertThat(page(Session.of(api, other), "/desk/report").statusCode())
                    .as(other)
                    .isEqualTo(404);
            assertThat(page(Session.of(api, other), "/desk/tasks").body()).doesNotContain("/desk/report");
        }
        assertThat(page(Session.of(api, GRID), "/desk/tasks").body()).contains("/desk/report");
    }

    @Test
    void aGridWorkerTakesDownInHisOwnUnitsOnlyAndNeedNotChooseACategory() {
        var worker = Session.of(api, GRID);
        assertThat(page(worker, "/desk/report").body())
                .contains("value=\"ganshui-erju-01\"", "网格巡查")
                .doesNotContain("value=\"ganshui-sanju-01\"", "value=\"phone\"");
        var typed = said();
        typed.put("channel", "patrol");
        typed.put("category", "");
        typed.put("location.unit", "ganshui-sanju-01");
        var refused = sent(worker, "/desk/report", typed);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("请选择您负责的", WORDS);
        typed.put("location.unit", "ganshui-erju-01");
        var number = numberOf(sent(worker, "/desk/report", typed));
        assertThat(column(number, "channel") + " " + column(number, "unit") + " " + column(number, "recorded_by"))
                .isEqualTo("patrol ganshui-erju-01 " + GRID);
        assertThat(page(worker, DESK + "/" + number).body()).contains("href=\"/desk/report?channel=patrol\"");
        typed.put("channel", "phone");
        typed.put("key", UUID.randomUUID().toString());
        assertThat(sent(worker, "/desk/report", typed).body()).contains("这个渠道不在这里登记");
    }

    @Test
    void whatATelephoneSendsTwiceIsOneAppealEvenDaysLater() {
        var key = UUID.randomUUID().toString();
        var body = "{\"channel\":\"home-visit\",\"description\":\"" + WORDS
                + "\",\"location\":{\"unit\":\"ganshui-erju-01\"}}";
        var first = registered(GRID, key, body);
        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        time.set(time.instant().plusSeconds(2 * 24 * 3600));
        var second = registered(GRID, key, body);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.json().path("trackingCode").asText()).hasSize(16);
        // Somebody else who hits on the same key and words is not told the code.
        assertThat(registered("ganshui-secretary-erju", key, body)
                        .json()
                        .path("trackingCode")
                        .isNull())
                .isTrue();
    }

    /** He is on the line for some minutes; later, whoever asks may be anybody. */
    @Test
    void theCodeIsReadOutOnlyWhileTheResidentIsStillThere() {
        var worker = Session.of(api, GRID);
        var typed = said();
        typed.put("channel", "patrol");
        typed.put("location.unit", "ganshui-erju-01");
        typed.put("key", UUID.randomUUID().toString());
        var number = numberOf(sent(worker, "/desk/report", typed));
        var code = column(number, "tracking_code").replaceAll("(.{4})(?=.)", "$1 ");
        assertThat(page(worker, DESK + "/" + number).body()).contains(code);
        // Another one is for the resident who asked for it, and for nobody who once wrote the appeal down.
        assertThat(api.as("ganshui-registrar")
                        .post("/api/appeals/" + number + "/code", "{\"purpose\":\"来电说短信删了，姓名、电话已核对\"}")
                        .status())
                .isEqualTo(200);
        var other = column(number, "tracking_code").replaceAll("(.{4})(?=.)", "$1 ");
        assertThat(page(worker, DESK + "/" + number).body()).contains("登记当时才显示").doesNotContain(code, other);
        typed.put("key", UUID.randomUUID().toString());
        var second = numberOf(sent(worker, "/desk/report", typed));
        var own = column(second, "tracking_code").replaceAll("(.{4})(?=.)", "$1 ");
        time.set(time.instant().plusSeconds(61 * 60));
        assertThat(page(worker, DESK + "/" + second).body()).contains("登记当时才显示").doesNotContain(own);
        assertThat(page(worker, "/desk").body()).doesNotContain(own);
    }

    @Test
    void whoMayNotTakeDownIsToldNothing() {
        var body = "{\"channel\":\"patrol\",\"description\":\"" + WORDS
                + "\",\"location\":{\"unit\":\"ganshui-erju-01\"}}";
        assertThat(registered("ganshui-dispatcher", UUID.randomUUID().toString(), body)
                        .status())
                .isEqualTo(404);
        assertThat(registered(GRID, "short", body).status()).isEqualTo(400);
        assertThat(registered(GRID, UUID.randomUUID().toString(), body.replace("}}", "},\"locality\":\"matou\"}"))
                        .raw()
                        .body())
                .contains("\"field\":\"location.unit\"");
        var noUnit = registered(
                GRID, UUID.randomUUID().toString(), "{\"channel\":\"patrol\",\"description\":\"" + WORDS + "\"}");
        assertThat(noUnit.status()).isEqualTo(400);
        assertThat(noUnit.raw().body()).contains("location.unit");
        var odd = registered(
                GRID,
                UUID.randomUUID().toString(),
                "{\"channel\":7,\"description\":[],\"location\":\"x\",\"title\":{}}");
        assertThat(odd.status()).isEqualTo(400);
    }

    /** The same words with another photo are not the same appeal: a program that mixes up its keys hears it. */
    @Test
    void aKeyThatCameWithOtherPhotosIsRefusedAndWithTheSameItIsTheSameAppeal() {
        var words = WORDS + UUID.randomUUID();
        var key = UUID.randomUUID().toString();
        var one = photo();
        var first = registered(REGISTRAR, key, withPhoto(words, one));
        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        var again = registered(REGISTRAR, key, withPhoto(words, one));
        assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
        assertThat(again.json().path("number")).isEqualTo(first.json().path("number"));
        var other = photo();
        assertThat(registered(REGISTRAR, key, withPhoto(words, other)).status()).isEqualTo(422);
        // Nothing used it up.
        var next = registered(REGISTRAR, UUID.randomUUID().toString(), withPhoto(words, other));
        assertThat(next.status()).isEqualTo(201);
    }

    private String photo() {
        return new Uploading(api.as(REGISTRAR))
                .send(Sample.jpeg(40, 30), "IMG_1.jpg", null)
                .json()
                .path("id")
                .asText();
    }

    private static String withPhoto(String words, String id) {
        return "{\"channel\":\"phone\",\"description\":\"" + words
                + "\",\"location\":{\"unit\":\"ganshui-erju-01\"},\"attachments\":[\"" + id + "\"]}";
    }

    private Api.Answer registered(String user, String key, String body) {
        var person = api.as(user);
        return person.send(person.request("/api/registrations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static Map<String, String> said() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("key", UUID.randomUUID().toString());
        typed.put("channel", "phone");
        typed.put("type", "help");
        typed.put("category", "street-lighting");
        typed.put("description", WORDS);
        typed.put("location.unit", "ganshui-erju-01");
        typed.put("resident.phone", "１３８00000000");
        return typed;
    }

    private static HttpResponse<String> sent(Session session, String path, Map<String, String> typed) {
        var fields = typed.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return session.submit(path, fields);
    }

    private static HttpResponse<String> page(Session session, String path) {
        return session.send("GET", path, null, "text/html");
    }

    private static String numberOf(HttpResponse<String> answer) {
        var place = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " without a place to go"));
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private String column(String number, String column) {
        return jdbc.sql("select " + column + " from appeal where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
