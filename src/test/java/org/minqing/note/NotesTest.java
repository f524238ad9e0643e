package org.minqing.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.LogBook;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.minqing.support.Talk;
import org.springframework.dao.DataAccessException;

/** Who sees an appeal reads what others noted there; nobody alters it, and residents never learn of it. */
@MinqingTest
class NotesTest extends Talk {

    private static final String UNKNOWN = "/api/appeals/SB-20990101-0001/notes";

    private String number;
    private String code;

    @BeforeEach
    void anAppeal() {
        var receipt = accepted(sound());
        number = receipt.path("number").asText();
        code = receipt.path("trackingCode").asText();
    }

    @AfterEach
    void nothingIsLeft() {
        withdrawAll();
    }

    @Test
    void whoSeesTheAppealReadsAndWritesAndWhoAuditsReadsOnly() {
        assertThat(writes("shibu-grid-01", "先看看是不是保险丝").status()).isEqualTo(200);
        assertThat(writes("shibu-dispatcher", "物业说下午来").status()).isEqualTo(200);
        var read = api.as("shibu-auditor").get(path()).json().path("notes");
        assertThat(read.findValuesAsText("text")).containsExactly("先看看是不是保险丝", "物业说下午来");
        assertThat(read.findValuesAsText("who").get(0)).contains("网格员");
        assertThat(read.findValuesAsText("own")).containsExactly("false", "false");
        assertThat(read.findValuesAsText("at").get(0)).isEqualTo("2026-04-07T10:00:00+08:00");
        assertThat(Session.of(api, "shibu-auditor").get(card()).body())
                .contains("物业说下午来", "2026-04-07 10:00")
                .doesNotContain("写备注");
        stored.refused(404, () -> writes("shibu-auditor", "审计员不写"));
        for (var stranger : List.of("shibu-grid-02", "ganshui-dispatcher")) {
            Stored.alike(
                    stored.refused(404, () -> writes(stranger, "不归我看")),
                    api.as(stranger).get(UNKNOWN));
            Stored.alike(api.as(stranger).get(path()), api.as(stranger).get(UNKNOWN));
        }
    }

    @Test
    void itsWordsStandInOneTableAndNoResidentReadsThem() {
        var words = "只在备注里的几个字" + System.nanoTime();
        try (var log = new LogBook()) {
            writes("shibu-dispatcher", words);
            var worker = Session.of(api, "shibu-grid-01");
            assertThat(worker.get(card()).body()).contains(words);
            assertThat(log.text()).doesNotContain(words);
        }
        assertThat(tablesWith(words)).containsExactly("appeal_note");
        assertThat(api.get("/api/track/" + code).raw().body()).contains(number).doesNotContain(words);
        assertThat(Session.anonymous(api).get("/track/" + code).body())
                .contains(number)
                .doesNotContain(words, "备注");
    }

    @Test
    void aNoteIsNeverAlteredAndItsAuthorAloneWithdrawsIt() {
        var words = "说错了的话" + System.nanoTime();
        writes("shibu-grid-01", words);
        var id = api.as("shibu-grid-01")
                .get(path())
                .json()
                .path("notes")
                .path(0)
                .path("id")
                .asText();
        stored.refused(404, () -> withdraws("shibu-dispatcher", id));
        stored.refused(404, () -> withdraws("shibu-grid-01", "9" + id));
        for (var change : List.of(
                "update appeal_note set text = 'x' where appeal = ?",
                "update appeal_note set text = null, withdrawn_at = now(), written_by = 'x' where appeal = ?",
                "delete from appeal_note where appeal = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(number).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        time.begin("2026-04-07T11:30");
        var left = withdraws("shibu-grid-01", id);
        assertThat(left.status()).isEqualTo(200);
        var line = left.json().path("notes").path(0);
        assertThat(line.path("text").isNull()).isTrue();
        assertThat(line.path("withdrawnAt").asText()).isEqualTo("2026-04-07T11:30:00+08:00");
        assertThat(tablesWith(words)).isEmpty();
        assertThat(Session.of(api, "shibu-dispatcher").get(card()).body())
                .contains("本人已撤回")
                .doesNotContain(words);
        assertThat(withdraws("shibu-grid-01", id).status()).isEqualTo(200);
        assertThatThrownBy(() -> jdbc.sql("update appeal_note set text = 'x', withdrawn_at = null where appeal = ?")
                        .param(number)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatCannotBeANoteIsRefusedAndNothingIsStored() {
        for (var text : List.of("", "   ", "字".repeat(501), "a\\u0000b", "颠\\u202e倒", "\\u200b")) {
            stored.refused(400, () -> writes("shibu-dispatcher", text), "note");
        }
        stored.refused(400, () -> sends("shibu-dispatcher", "{\"note\":\"好\",\"to\":\"shibu-grid-01\"}"), "to");
        assertThat(writes("shibu-dispatcher", "😀".repeat(500)).status()).isEqualTo(200);
        assertThat(writes("shibu-dispatcher", "再来一条").status()).isEqualTo(200);
        stored.refused(409, () -> writes("shibu-dispatcher", "再来一条"));
        assertThat(writes("shibu-grid-01", "再来一条").status()).isEqualTo(200);
    }

    @Test
    void whoMayNotSeeItIsMentionedByNobodyAndNobodyLearnsWhetherHeIsThere() {
        var grid = stored.refused(400, () -> mentions("shibu-dispatcher", "shibu-grid-02"), "mention");
        for (var other : List.of("ganshui-dispatcher", "admin", "nobody-of-that-name", "shibu-dispatcher")) {
            assertThat(stored.refused(400, () -> mentions("shibu-dispatcher", other), "mention")
                            .raw()
                            .body())
                    .isEqualTo(grid.raw().body());
        }
        var written = mentions("shibu-dispatcher", "shibu-grid-01");
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.json().path("notes").path(0).path("mentioned").asText())
                .isEqualTo(name("shibu-grid-01"));
        var form = Session.of(api, "shibu-dispatcher").get(card() + "/notes").body();
        assertThat(form)
                .contains("value=\"shibu-grid-01\"", "value=\"shibu-supervisor\"")
                .doesNotContain("shibu-grid-02", "value=\"shibu-dispatcher\"", "ganshui-");
    }

    /** Left out of the list, or refused, he would be told to the others. */
    @Test
    void toWhomTheAppealIsAboutItDoesNotExistAndTheOthersDoNotFindOutWhoHeIs() {
        writes("shibu-dispatcher", "他的同事说过几次");
        Session.of(api, "shibu-dispatcher").submit(card() + "/subject", "subject=shibu-supervisor");
        Stored.alike(
                api.as("shibu-supervisor").get(path()),
                api.as("shibu-supervisor").get(UNKNOWN));
        stored.refused(404, () -> writes("shibu-supervisor", "看不到"));
        var secretary = Session.of(api, "shibu-secretary-chengxi");
        assertThat(secretary.get(card() + "/notes").body()).contains("value=\"shibu-supervisor\"");
        assertThat(mentions("shibu-secretary-chengxi", "shibu-supervisor").status())
                .isEqualTo(200);
        assertThat(api.as("shibu-supervisor").get("/api/notices").raw().body()).doesNotContain(number);
    }

    @Test
    void ofAConfidentialAppealNobodyIsToldWhoMayNotKnowIt() {
        number = accepted(sound().put("type", "report")
                        .put("locality", "matou")
                        .set("location", JSON.createObjectNode().put("unit", "matou-qianjin")))
                .path("number")
                .asText();
        assertThat(writes("matou-safety", "来电人说还有两次").status()).isEqualTo(200);
        for (var other : List.of("matou-dispatcher", "matou-supervisor", "matou-grid-01", "matou-auditor")) {
            Stored.alike(api.as(other).get(path()), api.as(other).get(UNKNOWN));
            stored.refused(400, () -> mentions("matou-safety", other), "mention");
        }
    }

    @Test
    void thePageWritesAndWithdrawsWithoutAScriptAndKeepsWhatWasTyped() {
        var clerk = Session.of(api, "shibu-dispatcher");
        var form = card() + "/notes";
        assertThat(clerk.get(card()).body()).contains("写备注", form);
        var wrong = clerk.submit(form, "note=" + encoded("打过的字") + "&mention=shibu-grid-02", form);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("打过的字", "请从名单里选一位");
        var sent = clerk.submit(form, "note=" + encoded("第一行\r\n第二行") + "&mention=shibu-grid-01", form);
        assertThat(sent.statusCode()).isEqualTo(303);
        var shown = clerk.get(card()).body();
        assertThat(shown).contains("第一行\n第二行", "请 " + name("shibu-grid-01") + " 看", "撤回这条备注");
        var id = shown.replaceAll("(?s).*notes/withdrawal.*?name=\"id\" value=\"(\\d+)\".*", "$1");
        assertThat(clerk.submit(form + "/withdrawal", "id=" + id, card()).statusCode())
                .isEqualTo(303);
        assertThat(clerk.get(card()).body()).contains("本人已撤回").doesNotContain("第二行");
        assertThat(Session.of(api, "shibu-auditor").get(form).statusCode()).isEqualTo(404);
    }

    private String name(String user) {
        return jdbc.sql("select last_ || coalesce(first_, '') from act_id_user where id_ = ?")
                .param(user)
                .query(String.class)
                .single();
    }

    private String path() {
        return "/api/appeals/" + number + "/notes";
    }

    private String card() {
        return "/desk/appeals/" + number;
    }

    private Api.Answer writes(String person, String text) {
        return sends(person, "{\"note\":\"" + text + "\"}");
    }

    private Api.Answer mentions(String person, String colleague) {
        return sends(person, "{\"note\":\"请看一下\",\"mention\":\"" + colleague + "\"}");
    }

    private Api.Answer sends(String person, String body) {
        return api.as(person).post(path(), body);
    }

    private Api.Answer withdraws(String person, String id) {
        return api.as(person).post(path() + "/withdrawal", "{\"id\":\"" + id + "\"}");
    }

    /** Every table that has these words in any of its rows. */
    private List<String> tablesWith(String words) {
        return jdbc
                .sql("select tablename from pg_tables where schemaname = 'public' and tablename <> 'sign_in_key'")
                .query(String.class)
                .list()
                .stream()
                .filter(table ->
                        stored.count("select count(*) from " + table + " t where t::text like ?", "%" + words + "%")
                                > 0)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
