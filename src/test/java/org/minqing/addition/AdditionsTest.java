package org.minqing.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.policy.PolicyFile;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.springframework.core.io.ByteArrayResource;

/** What a resident says later stands beside what he said first, and whoever handles it reads both. */
@MinqingTest
class AdditionsTest extends AppealRules {

    private Api.Answer adds(AppealCase appeal, String words) {
        return api.post(
                "/api/track/" + appeal.appeal("tracking_code") + "/addition",
                new ObjectMapper().createObjectNode().put("addition", words).toString());
    }

    @Test
    void whoeverHandlesItReadsWhatWasAddedAndTheFirstWordsStay() {
        var appeal = anAppeal().submitted();
        var first =
                api.as("ganshui-grid-01").get("/api/appeals/" + appeal.number()).json();
        assertThat(adds(appeal, " 又坏了一盏，在拐角。 ").json().at("/additions/0/text").asText())
                .isEqualTo("又坏了一盏，在拐角。");
        var sheet =
                api.as("ganshui-grid-01").get("/api/appeals/" + appeal.number()).json();
        assertThat(sheet.at("/additions/0/words").asText()).isEqualTo("又坏了一盏，在拐角。");
        assertThat(sheet.path("description")).isEqualTo(first.path("description"));
        assertThat(sheet.path("timeline").toString()).contains("补充了情况").doesNotContain("拐角");
        assertThat(page(appeal)).contains("又坏了一盏，在拐角。", "补充情况");
        assertThat(Session.of(api, "ganshui-dispatcher")
                        .send("GET", "/desk/appeals/" + appeal.number(), null, "text/html")
                        .body())
                .contains("居民补充", "又坏了一盏，在拐角。");
        assertThat(new Stored(jdbc).count("select count(*) from act_hi_varinst where text_ like '%拐角%'"))
                .isZero();
    }

    @Test
    void itIsNewsInTheListsUntilTheNextThingIsDone() {
        var appeal = anAppeal().submitted();
        assertThat(news(appeal)).isEqualTo("null");
        adds(appeal, "又坏了一盏。");
        assertThat(news(appeal)).isEqualTo("居民有补充");
        var task = api.as("ganshui-grid-01").task("respondAppeal", appeal.number());
        assertThat(Session.of(api, "ganshui-grid-01")
                        .get("/desk/tasks/" + task.path("id").asText())
                        .body())
                .contains("居民有补充", "又坏了一盏。");
        time.pass("PT1H");
        appeal.respondedBy("grid-01");
        assertThat(api.as("ganshui-secretary-erju")
                        .task("handleDirectly", appeal.number())
                        .path("news")
                        .isNull())
                .isTrue();
    }

    private String news(AppealCase appeal) {
        return api.as("ganshui-grid-01")
                .task("respondAppeal", appeal.number())
                .path("news")
                .asText();
    }

    @Test
    void addingStopsNoClock() {
        var appeal = anAppeal().submitted();
        var before = api.as("ganshui-grid-01")
                .get("/api/appeals/" + appeal.number() + "/clocks")
                .json();
        adds(appeal, "又坏了一盏。");
        assertThat(api.as("ganshui-grid-01")
                        .get("/api/appeals/" + appeal.number() + "/clocks")
                        .json())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "bell\u0007", "\u202e路灯", "TOO LONG"})
    void whatCannotBeAddedIsRefusedByNameAndNothingIsKept(String words) {
        var appeal = anAppeal().submitted();
        new Stored(jdbc)
                .refused(400, () -> adds(appeal, words.equals("TOO LONG") ? "长".repeat(501) : words), "addition");
        assertThat(adds(appeal, "长".repeat(500)).status()).isEqualTo(200);
    }

    @Test
    void nobodyAddsToWhatIsNotHis() {
        new Stored(jdbc).refused(404, () -> api.post("/api/track/0000000000000000/addition", "{\"addition\":\"灯\"}"));
    }

    @Test
    void aPageWithAFaultKeepsWhatWasTyped() {
        var appeal = anAppeal().submitted();
        var track = "/track/" + appeal.appeal("tracking_code");
        var refused = Session.anonymous(api).submit(track + "/addition", "addition=" + "x".repeat(501), track);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("不能超过 500 个字", "x".repeat(501), "<details open");
        var added = Session.anonymous(api).submit(track + "/addition", "addition=abc%0D%0Adef", track);
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(page(appeal)).contains("abc\ndef");
    }

    @Test
    void afterAsManyAsTheFileSaysAndAfterTheEndNoMoreIsTaken() {
        var appeal = anAppeal().submitted();
        for (int i = 1; i <= 5; i++) {
            assertThat(adds(appeal, "第" + i + "次").status()).isEqualTo(200);
        }
        new Stored(jdbc).refused(409, () -> adds(appeal, "第6次"));
        assertThat(tracked(appeal).path("canAdd").asBoolean()).isFalse();
        var ended = anAppeal().submitted().withdrawn();
        assertThat(tracked(ended).path("canAdd").asBoolean()).isFalse();
        new Stored(jdbc).refused(409, () -> adds(ended, "还有"));
    }

    @Test
    void whatAMergedReporterAddsReachesTheHandlersOfTheOriginalAndNoOtherReporter() {
        var original = anAppeal().submitted();
        var merged = anAppeal().submitted().mergedInto(original);
        assertThat(adds(merged, "我家门口的灯也坏了").status()).isEqualTo(200);
        assertThat(api.as("ganshui-grid-01")
                        .get("/api/appeals/" + original.number())
                        .json()
                        .at("/additions/0/words")
                        .asText())
                .isEqualTo("我家门口的灯也坏了");
        assertThat(page(original)).doesNotContain("我家门口");
        assertThat(page(merged)).contains("我家门口");
    }

    @Test
    void whatWasAddedIsNeverChanged() {
        var appeal = anAppeal().submitted();
        adds(appeal, "又坏了一盏。");
        assertThatThrownBy(() -> jdbc.sql("update appeal_addition set words = 'x' where appeal = ?")
                        .param(appeal.number())
                        .update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"most: 0\nlongest: 500", "most: 5\nlongest: 10", "most: 5", "most: 51\nlongest: 500", "most: x"})
    void aFileThatCannotBeUsedIsRefusedAtTheStart(String yaml) {
        var file = new PolicyFile("additions.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new AdditionRules(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("additions.yml");
    }

    private JsonNode tracked(AppealCase appeal) {
        return api.get("/api/track/" + appeal.appeal("tracking_code")).json();
    }

    private String page(AppealCase appeal) {
        return Session.anonymous(api)
                .send("GET", "/track/" + appeal.appeal("tracking_code"), null, "text/html")
                .body();
    }
}
