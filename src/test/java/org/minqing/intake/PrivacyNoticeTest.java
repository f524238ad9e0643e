package org.minqing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.policy.PolicyFile;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Which words a resident had before him when he left his number is known later. */
@MinqingTest
class PrivacyNoticeTest extends Talk {

    @Autowired
    private PrivacyNotice notice;

    @Test
    void theVersionOnThePageIsKeptWithTheContact() {
        var form = "locality=shibu&description=%E8%B7%AF%E7%81%AF%E4%B8%8D%E4%BA%AE&resident.phone=0911-555-0123"
                + "&key=" + java.util.UUID.randomUUID() + "&resident.notice=";
        var visitor = Session.anonymous(api);
        assertThat(visitor.send("GET", "/submit?locality=shibu", null, "text/html")
                        .body())
                .contains("value=\"" + notice.version() + "\"");
        var answer = visitor.submit("/submit", form + notice.version(), "/submit?locality=shibu");
        assertThat(answer.statusCode()).isEqualTo(303);
        var code = answer.headers().firstValue("Location").orElseThrow().replaceAll("/track/|\\?new", "");
        assertThat(kept(code)).isEqualTo(notice.version());
    }

    @Test
    void whoeverCalledWasShownNoneAndAVersionThatNeverWasIsRefused() {
        var body = sound();
        body.putObject("resident").put("phone", "0911-555-0123");
        assertThat(kept(accepted(body).path("trackingCode").asText())).isNull();
        body.withObject("/resident").put("notice", "1999-01");
        stored.refused(400, () -> api.submit(body.toString()), "resident.notice");
        body.withObject("/resident").put("notice", notice.version());
        assertThat(kept(accepted(body).path("trackingCode").asText())).isEqualTo(notice.version());
    }

    private String kept(String code) {
        return jdbc.sql("select notice from appeal_contact join appeal on number = appeal where tracking_code = ?")
                .param(code)
                .query((rs, row) -> java.util.Optional.ofNullable(rs.getString(1)))
                .single()
                .orElse(null);
    }

    @Test
    void aPageThatWasOpenedBeforeTheWordsChangedIsStillTaken() {
        var changed = read("version: 2027-01\nearlier: [2026-12]\nparts: [{head: 一, words: [二]}]");
        assertThat(changed.knows("2026-12")).isTrue();
        assertThat(changed.knows("2027-01")).isTrue();
        assertThat(changed.knows("2026-11")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: one\nearlier: []\nparts: [{head: 一, words: [二]}]",
                "version: 2026-12\nearlier: [2026-12]\nparts: [{head: 一, words: [二]}]",
                "version: 2026-12\nearlier: [x]\nparts: [{head: 一, words: [二]}]",
                "version: 2026-12\nearlier: []\nparts: []",
                "version: 2026-12\nearlier: []\nparts: [{head: 一, words: []}]",
                "version: 2026-12\nparts: [{head: 一, words: [二]}]"
            })
    void aFileThatCannotBeUsedIsRefusedAtTheStart(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("privacy-notice.yml");
    }

    private static PrivacyNotice read(String yaml) {
        return new PrivacyNotice(
                new PolicyFile("privacy-notice.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8))));
    }
}
