package org.minqing.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.web.util.HtmlUtils;

/** Whatever script somebody writes in is kept sign by sign and shown as he wrote it, and what turns the order of others' text is not taken. */
@MinqingTest
class ManyScriptsTest extends Talk {

    private static final Map<String, String> SCRIPTS = new LinkedHashMap<>();

    static {
        SCRIPTS.put("Han", "路灯坏了，龘𠮷𪚥𰻝都写得出");
        SCRIPTS.put("Han, traditional", "路燈壞了，請儘快修復");
        SCRIPTS.put("Arabic", "المصباح معطل منذ ثلاثة أيام");
        SCRIPTS.put("Uyghur", "كوچا چىرىغى بۇزۇلدى");
        SCRIPTS.put("Hebrew with a mark of direction", "הפנס שבור\u200F (5)");
        SCRIPTS.put("Tibetan", "གློག་སྒྲོན་མེད།");
        SCRIPTS.put("Mongolian", "ᠭᠡᠷᠡᠯ ᠡᠪᠳᠡᠷᠡᠭᠰᠡᠨ");
        SCRIPTS.put("Yi", "ꆈꌠꉙ ꄟꃪ");
        SCRIPTS.put("Zhuang, Latin", "Daengloh vaih lo, cingj coih");
        SCRIPTS.put("Cyrillic", "Фонарь не горит");
        SCRIPTS.put("Greek", "Η λάμπα χάλασε");
        SCRIPTS.put("Devanagari", "बत्ती ख़राब है क्ष त्र");
        SCRIPTS.put("Bengali", "বাতি নষ্ট");
        SCRIPTS.put("Tamil", "விளக்கு எரியவில்லை");
        SCRIPTS.put("Thai", "ไฟถนนเสียหาย กี่วันแล้ว");
        SCRIPTS.put("Khmer", "ភ្លើងខូច");
        SCRIPTS.put("Burmese", "မီးပျက်နေသည်");
        SCRIPTS.put("Hangul", "가로등이 고장났어요 각");
        SCRIPTS.put("Japanese", "街灯が壊れたﾃﾞｽ");
        SCRIPTS.put("Georgian", "ლამპა გაფუჭდა");
        SCRIPTS.put("Armenian", "Լամպը փչացել է");
        SCRIPTS.put("Ethiopic", "መብራቱ ተበላሽቷል");
        SCRIPTS.put("combining", "e\u0301 é a\u0308\u0323\u0327 Z͑ͫ̓");
        SCRIPTS.put("emoji", "灯坏了😡👨‍👩‍👧‍👦🏳️‍🌈👍🏽");
        SCRIPTS.put("beyond the plane", "𝕬𝖇𝖈 𐍈 𒀀 𓀀");
    }

    @Test
    void theyAreKeptSignBySignAndShownOnEveryPage() {
        var desk = Session.of(api, "shibu-dispatcher");
        SCRIPTS.forEach((script, words) -> {
            var body = sound().put("title", cut(words)).put("description", words);
            body.withObject("/location").put("address", cut(words));
            var receipt = accepted(body);
            var number = receipt.path("number").asText();
            assertThat(jdbc.sql("select description from appeal_original where appeal = ?")
                            .param(number)
                            .query(String.class)
                            .single())
                    .as(script)
                    .isEqualTo(words);
            var tracked = "/track/" + receipt.path("trackingCode").asText();
            assertThat(api.get("/api" + tracked).json().path("words").asText(words))
                    .as(script)
                    .isEqualTo(words);
            assertThat(html(Session.anonymous(api), tracked)).as(script).contains(words);
            assertThat(html(desk, "/desk/appeals/" + number)).as(script).contains(words);
        });
        withdrawAll();
    }

    /** The slip is A6: the title is what of his words stands there. */
    @Test
    void theSlipOfTheDeskShowsThemToo() {
        var clerk = Session.of(api, "shibu-registrar");
        for (var words : SCRIPTS.values()) {
            var typed =
                    new StringBuilder("channel=phone&category=other&type=help&location.unit=shibu-chengxi-1-01&key=");
            typed.append(java.util.UUID.randomUUID());
            typed.append("&description=").append(URLEncoder.encode(words, StandardCharsets.UTF_8));
            var answer = clerk.submit("/desk/register", typed.toString());
            assertThat(answer.statusCode()).as(words + answer.body()).isEqualTo(303);
            var slip = answer.headers().firstValue("Location").orElseThrow();
            assertThat(html(clerk, slip.replaceFirst("^https?://[^/]+", "")))
                    .as(words)
                    .contains(
                            HtmlUtils.htmlEscape(words.split("[，。]")[0].strip().substring(0, 4), "UTF-8"));
        }
    }

    /** What turns the order of the text around it could make a colleague read what is not written. */
    @Test
    void whatTurnsTheOrderOfOtherTextIsRefusedAndNothingElse() {
        for (var turning : new String[] {"\u202E", "\u202D", "\u2066", "\u2069", "\u202A"}) {
            stored.refused(
                    400,
                    () -> api.submit(
                            sound().put("description", "灯坏了" + turning + "了坏灯").toString()),
                    "description");
        }
        for (var harmless : new String[] {"\u200E", "\u200F", "\u061C", "\u200D", "\u200C", "\uFE0F"}) {
            accepted(sound().put("description", "灯坏了" + harmless + "三天"));
        }
        withdrawAll();
    }

    private static String html(Session somebody, String path) {
        var answer = somebody.send("GET", path, null, "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return HtmlUtils.htmlUnescape(answer.body());
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= 60
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 60));
    }
}
