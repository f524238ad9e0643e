package org.minqing.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** Staff find appeals by what they know of them, of those that they may see; a search by phone is a look at the contact data. */
@MinqingTest
class SearchTest extends AppealRules {

    private static final String NOTHING = "没有找到符合条件、您又看得到的诉求";
    private static final String PHONE = "0911 555-0301";

    private AppealCase bridge;

    @BeforeEach
    void anAppealToBeFound() {
        time.begin("2026-10-12T09:00");
        bridge = anAppeal()
                .telling("索桥木板断了", "赶水河索桥的木板断了三块，ＡＢ段最险")
                .signed("索桥居民", PHONE)
                .submitted();
    }

    private String found(String person, String... fields) {
        var answer = asked(person, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("(?s)^.*</form>\\s*<section", "<section");
    }

    private HttpResponse<String> asked(String person, String... fields) {
        var form = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Session.of(api, "ganshui-" + person).submit("/desk/search", form, "/desk/search");
    }

    private int looks(String purpose) {
        return jdbc.sql("select count(*) from contact_access where appeal = ? and purpose = ? and way = 'search'")
                .params(bridge.number(), purpose)
                .query(Integer.class)
                .single();
    }

    @Test
    void byItsNumberHoweverItIsWritten() {
        assertThat(found("dispatcher", "number", bridge.number().toLowerCase()))
                .contains("/desk/appeals/" + bridge.number(), "索桥木板断了");
        assertThat(found("dispatcher", "number", "GS-20990101-0001")).contains(NOTHING);
    }

    @Test
    void byAllOfTheWordsThatAreSaidOfIt() {
        assertThat(found("dispatcher", "words", "木板 断了三块")).contains(bridge.number());
        assertThat(found("dispatcher", "words", "ab段")).contains(bridge.number());
        assertThat(found("dispatcher", "words", "木板 铁板")).contains(NOTHING);
        // Each sign and each pair of it is there, and not one behind the other.
        assertThat(found("dispatcher", "words", "索桥木板断了三块")).contains(NOTHING);
        assertThat(found("dispatcher", "words", "断了三块木板")).contains(NOTHING);
    }

    @Test
    void byPlaceTimeAndStateTogether() {
        assertThat(found("dispatcher", "unit", "ganshui-erju", "from", "2026-10-12", "to", "2026-10-12"))
                .contains(bridge.number());
        assertThat(found("dispatcher", "unit", "ganshui-sanju", "from", "2026-10-12"))
                .doesNotContain(bridge.number());
        assertThat(found("dispatcher", "words", "索桥", "to", "2026-10-11")).contains(NOTHING);
        assertThat(found("dispatcher", "words", "索桥", "state", "RECEIVED")).contains(bridge.number());
        assertThat(found("dispatcher", "words", "索桥", "state", "CLOSED")).doesNotContain(bridge.number());
    }

    @Test
    void nobodyFindsWhatHeMayNotSee() {
        var other = anAppeal().at("ganshui-sanju-01").telling("索桥", "索桥栏杆松了").submitted();
        assertThat(found("grid-01", "words", "索桥")).contains(bridge.number()).doesNotContain(other.number());
        assertThat(found("grid-01", "number", other.number())).contains(NOTHING);
        assertThat(found("supervisor", "words", "索桥")).contains(bridge.number(), other.number());
        var answer =
                Session.of(api, "matou-dispatcher").submit("/desk/search", "number=" + bridge.number(), "/desk/search");
        assertThat(answer.body()).contains(NOTHING);
    }

    /** Neither by a word nor by the phone: to him it does not exist, and the index does not tell him otherwise. */
    @Test
    void whomItIsAboutFindsNothingOfIt() {
        assertThat(found("dispatcher", "words", "索桥木板")).contains(bridge.number());
        jdbc.sql("insert into appeal_subject (appeal, person, named_by, named_at) values (?, ?, ?, now())")
                .params(bridge.number(), "ganshui-dispatcher", "ganshui-supervisor")
                .update();
        assertThat(found("dispatcher", "words", "索桥木板")).doesNotContain(bridge.number());
        assertThat(found("dispatcher", "number", bridge.number())).contains(NOTHING);
        assertThat(found("dispatcher", "phone", PHONE, "purpose", "关于我的")).doesNotContain(bridge.number());
        assertThat(looks("关于我的")).isZero();
        assertThat(found("supervisor", "words", "索桥木板")).contains(bridge.number());
    }

    @Test
    void byPhoneHoweverItIsWrittenAndThatIsALook() {
        assertThat(found("dispatcher", "phone", "09115550301", "purpose", "居民来电问进度"))
                .contains(bridge.number());
        assertThat(found("dispatcher", "phone", "+86 0911-555-0301", "purpose", "居民来电问进度"))
                .contains(bridge.number());
        assertThat(looks("居民来电问进度")).isEqualTo(2);
        assertThat(found("dispatcher", "phone", "09115550302", "purpose", "再找")).contains(NOTHING);
        assertThat(found("dispatcher", "phone", "0911555", "purpose", "再找")).contains(NOTHING);
        assertThat(looks("再找")).isZero();
        // That he tried, and why, is kept; which number he had in mind is not.
        assertThat(jdbc.sql(
                                "select count(*) from contact_access where appeal is null and purpose = '再找' and locality = 'ganshui'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(Session.of(api, "ganshui-auditor")
                        .send("GET", "/desk/contact-looks?person=ganshui-dispatcher", null, "text/html")
                        .body())
                .contains("再找", "没有找到")
                .doesNotContain("5550302");
        assertThat(Session.of(api, "matou-auditor")
                        .send("GET", "/desk/contact-looks", null, "text/html")
                        .body())
                .doesNotContain("再找");
        assertThat(Session.of(api, "ganshui-auditor")
                        .send("GET", "/desk/contact-looks?appeal=" + bridge.number(), null, "text/html")
                        .body())
                .contains("居民来电问进度", "按电话查找");
    }

    @Test
    void aPhoneIsNotLookedForWithoutAReasonNorByWhoeverAudits() {
        var answer = asked("dispatcher", "phone", PHONE);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("按电话查找，请说明原因", PHONE);
        assertThat(asked("auditor", "phone", PHONE, "purpose", "看看").statusCode())
                .isEqualTo(404);
        assertThat(looks("看看")).isZero();
        assertThat(Session.of(api, "ganshui-auditor")
                        .send("GET", "/desk/search", null, "text/html")
                        .body())
                .doesNotContain("name=\"phone\"");
    }

    /** Else whoever knows the number would know who it was. */
    @Test
    void whoStaysUnnamedIsNotFoundByHisPhone() {
        jdbc.sql("update appeal_contact set anonymous = true where appeal = ?")
                .param(bridge.number())
                .update();
        assertThat(found("dispatcher", "phone", PHONE, "purpose", "找匿名的")).doesNotContain(bridge.number());
        assertThat(found("caller", "phone", PHONE, "purpose", "找匿名的")).contains(bridge.number());
        assertThat(looks("找匿名的")).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        var answer = asked("dispatcher", "number", "12", "words", "？！", "unit", "matou", "from", "2026-13-01");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("number-problem", "words-problem", "unit-problem", "from-problem", "？！");
        assertThat(asked("dispatcher", "words", "一 二 三 四 五 六").statusCode()).isEqualTo(400);
    }

    @Test
    void twentyStandOnAPageAndTheNextIsAskedForWithoutAnAddress() {
        for (int i = 0; i < 21; i++) {
            time.pass("PT1M");
            anAppeal().telling("水轮泵", "水轮泵坏了第" + i + "次").submitted();
        }
        var first = found("dispatcher", "words", "水轮泵");
        assertThat(first.split("class=\"what\"")).hasSize(21);
        assertThat(first).contains("name=\"page\" value=\"2\"").doesNotContain("?page", "words=");
        var second = found("dispatcher", "words", "水轮泵", "page", "2");
        assertThat(second.split("class=\"what\"")).hasSize(2);
        assertThat(second).contains("name=\"page\" value=\"1\"").doesNotContain("name=\"page\" value=\"3\"");
    }
}
