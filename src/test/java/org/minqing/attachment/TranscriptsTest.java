package org.minqing.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Uploading;

/** A voice message that no browser plays stays as it is; somebody writes down its words, and all read them who may see it. */
@MinqingTest
class TranscriptsTest extends AppealRules {

    private static final byte[] SILK = Sample.ascii("\2#!SILK_V3 and so on");

    private String voice;

    private AppealCase told() {
        voice = new Uploading(api)
                .send(SILK, "msg_1.amr", null)
                .json()
                .path("id")
                .asText();
        return anAppeal().with(List.of(voice)).submitted();
    }

    private String path(AppealCase appeal) {
        return "/desk/appeals/" + appeal.number() + "/attachments/" + voice + "/words";
    }

    private HttpResponse<String> writes(String person, AppealCase appeal, int seen, String words) {
        return Session.of(api, person)
                .submit(path(appeal), "seen=" + seen + "&heard=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private long kept(AppealCase appeal) {
        return jdbc.sql("select count(*) from attachment_words where appeal = ?")
                .param(appeal.number())
                .query(Long.class)
                .single();
    }

    @Test
    void whoHandlesItWritesItDownAndItStandsBesideTheFileWithWhoAndWhen() {
        var appeal = told().claimedBy("grid-01");
        assertThat(writes("ganshui-grid-01", appeal, 0, " 路灯黑了三盏，娃儿怕走。 ").statusCode())
                .isEqualTo(303);
        var line = api.as("ganshui-supervisor")
                .get("/api/appeals/" + appeal.number())
                .json()
                .at("/attachments/0");
        assertThat(line.path("words").asText()).isEqualTo("路灯黑了三盏，娃儿怕走。");
        assertThat(line.path("heard").asText()).contains("网格员", "月");
        assertThat(appeal.tracked()).contains("路灯黑了三盏，娃儿怕走。");
        // The file itself is what was sent.
        assertThat(api.get("/api/track/" + appeal.appeal("tracking_code") + "/attachments/" + voice)
                        .raw()
                        .body()
                        .getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(SILK);
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where text_ like '%娃儿怕走%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theAppealIsFoundByWhatWasHeard() {
        var appeal = told().claimedBy("grid-01");
        writes("ganshui-grid-01", appeal, 0, "杨家湾蓄水池漏水");
        var found = Session.of(api, "ganshui-supervisor")
                .submit("/desk/search", "words=" + URLEncoder.encode("蓄水池漏水", StandardCharsets.UTF_8));
        assertThat(found.body()).contains(appeal.number());
    }

    @Test
    void whoWasTooLateReadsTheOtherAndKeepsWhatHeTyped() {
        var appeal = told().claimedBy("grid-01");
        writes("ganshui-grid-01", appeal, 0, "第一遍听到的");
        var late = writes("ganshui-dispatcher", appeal, 0, "我听到的是别的");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("第一遍听到的", "我听到的是别的", "请先看过再改");
        assertThat(writes("ganshui-dispatcher", appeal, 1, "我听到的是别的").statusCode())
                .isEqualTo(303);
        assertThat(kept(appeal)).isEqualTo(2);
        assertThat(appeal.tracked()).contains("我听到的是别的").doesNotContain("第一遍听到的");
    }

    @Test
    void nothingAndTooMuchAreRefusedAndStayOnThePage() {
        var appeal = told().claimedBy("grid-01");
        assertThat(writes("ganshui-grid-01", appeal, 0, "  ").statusCode()).isEqualTo(400);
        var long1 = "长".repeat(2001);
        var refused = writes("ganshui-grid-01", appeal, 0, long1);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(long1);
        assertThat(kept(appeal)).isZero();
    }

    @Test
    void whoMayNotSeeItAndWhoOnlyReadsItFindsNoPlaceForIt() {
        var appeal = told();
        for (var other : new String[] {"shibu-supervisor", "ganshui-grid-02", "ganshui-auditor"}) {
            assertThat(writes(other, appeal, 0, "听到的").statusCode()).as(other).isEqualTo(404);
        }
        var photo = new Uploading(api)
                .send(Sample.jpeg(40, 30), "IMG.jpg", null)
                .json()
                .path("id")
                .asText();
        var other = anAppeal().with(List.of(photo)).submitted();
        assertThat(Session.of(api, "ganshui-dispatcher")
                        .send(
                                "GET",
                                "/desk/appeals/" + other.number() + "/attachments/" + photo + "/words",
                                null,
                                "text/html")
                        .statusCode())
                .as("nobody speaks in a photo")
                .isEqualTo(404);
        assertThat(kept(appeal)).isZero();
    }
}
