package org.minqing.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The tree stands wherever the appeal does, for whoever may see it, and nowhere else. */
@MinqingTest
class SubCasesShownTest extends SplitTalk {

    @Autowired
    TransactionOperations transaction;

    @Test
    void theLeadSplitsAndTakesOutOnThePage() {
        var whole = aWhole();
        var path = "/desk/appeals/" + whole.number();
        var lead = Session.of(api, "shibu-secretary-jijiahe");
        assertThat(lead.get(path).body()).contains("分件办理：按地点或事项分给几个单位", path + "/split");
        assertThat(lead.get(path + "/split").body()).contains("第 2 件", "再加一件", "第 8 件");
        var wrong = lead.submit(path + "/split", field(0, "title", "路灯") + field(0, "description", "不亮"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("必填", "value=\"路灯\"");
        var done = lead.submit(path + "/split", matter(0, "路灯不亮", "property") + matter(1, "界桩被挪动", "land"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(lead.get(path).body()).contains(whole.number() + "-1", "路灯不亮", "界桩被挪动", "再分一件、撤出分件");
        var part = whole.subCase(whole.number() + "-1");
        var bare = lead.submit("/desk/appeals/" + part.number() + "/removal", "ground=" + utf("不用"));
        assertThat(bare.statusCode()).isEqualTo(400);
        assertThat(bare.body()).contains("至少 10 个字", ">不用</textarea>");
        var out = lead.submit("/desk/appeals/" + part.number() + "/removal", "ground=" + utf("现场看过，灯已由供电公司修好"));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(lead.get(path).body()).contains("已撤出", "撤出理由：现场看过，灯已由供电公司修好");
        assertThat(Session.of(api, "shibu-auditor").get(path).body())
                .contains(part.number())
                .doesNotContain(path + "/split");
    }

    @Test
    void theTreeStandsOnSheetTaskCardTelephoneAndTracking() {
        var whole = aWhole();
        var part = split(whole, "dispatcher").get(0).dispatchedAsDecided();
        var handler = part.offeredTo();
        var own = Session.of(api, "shibu-" + handler);
        assertThat(own.get("/desk/appeals/" + part.number()).body())
                .contains("这是分件，由主件统一答复居民", whole.number(), "本件", "界桩被挪动");
        var task = part.tasks().get(0).getId();
        assertThat(own.get("/desk/tasks/" + task).body()).contains("分件办理", "界桩被挪动");
        var card = own.get("/camunda/api/engine/engine/default/task/" + task + "/form-variables")
                .body();
        assertThat(card).contains("本件是 " + whole.number() + " 的分件");
        // Whoever leads the whole speaks with the resident.
        assertThat(own.get("/desk/appeals/" + part.number()).body()).doesNotContain("居民联系方式", "请居民答复");
        assertThat(own.get("/desk/tasks/" + task).body()).doesNotContain("居民联系方式");
        assertThat(part.desk(handler)
                        .post("/api/appeals/" + part.number() + "/contact", "{\"purpose\":\"联系居民\"}")
                        .status())
                .isEqualTo(404);
        var json = part.desk(handler).get("/api/appeals/" + part.number()).json();
        assertThat(json.path("whole").asText()).isEqualTo(whole.number());
        assertThat(json.path("subCases")).hasSize(2);
        var lead = whole.tasks().get(0).getId();
        assertThat(Session.of(api, "shibu-secretary-jijiahe")
                        .get("/camunda/api/engine/engine/default/task/" + lead + "/form-variables")
                        .body())
                .contains("分件全部办结后，由本件统一答复居民");
        var tracked = Session.anonymous(api).get("/track/" + whole.code()).body();
        assertThat(tracked).contains("分给几个单位办理", "路灯不亮", "界桩被挪动", "办理中").doesNotContain(part.number(), "路边的界桩被人挪了一米");
        handled(part);
        assertThat(Session.of(api, "shibu-secretary-jijiahe")
                        .get("/desk/tasks/" + lead)
                        .body())
                .contains("已办结", "现场照片3张");
    }

    /** Whoever leads the whole sees its sub-cases, whichever unit has them; who has nothing to do with either sees neither. */
    @Test
    void whoSeesTheWholeSeesItsSubCases() {
        var whole = aWhole();
        var part = split(whole, "dispatcher").get(1).dispatchedAsDecided();
        for (var person : List.of("secretary-jijiahe", "grid-02", "dispatcher", "supervisor", part.offeredTo())) {
            assertThat(sees(part, person)).as(person).isTrue();
        }
        assertThat(sees(part, "grid-01")).isFalse();
        assertThat(sees(part, "secretary-chengxi")).isFalse();
        assertThat(api.as("matou-dispatcher")
                        .get("/api/appeals/" + part.number())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whomTheWholeIsAboutSeesNoneOfItsSubCases() {
        var whole = aWhole();
        var part = split(whole, "dispatcher").get(0).dispatchedAsDecided();
        var handler = "shibu-" + part.offeredTo();
        var dispatcher = Session.of(api, "shibu-dispatcher");
        assertThat(dispatcher
                        .submit("/desk/appeals/" + part.number() + "/subject", "subject=" + handler)
                        .statusCode())
                .isEqualTo(409);
        assertThat(hiddenFrom(handler)).doesNotContain(part.number());
        assertThat(dispatcher
                        .submit("/desk/appeals/" + whole.number() + "/subject", "subject=" + handler)
                        .statusCode())
                .isEqualTo(303);
        assertThat(hiddenFrom(handler)).contains(whole.number(), part.number());
        assertThat(hiddenFrom("shibu-dispatcher")).doesNotContain(part.number());
        assertThat(jdbc.sql("select person from subjects_of(?) person")
                        .param(part.number())
                        .query(String.class)
                        .list())
                .containsExactly(handler);
        assertThat(api.as(handler).get("/api/appeals/" + part.number()).status())
                .isEqualTo(404);
    }

    /** It became confidential when it had been split. */
    @Test
    void theSubCasesOfWhatIsConfidentialAreHiddenLikeTheWhole() {
        var whole = aWhole();
        var part = split(whole, "dispatcher").get(0).dispatchedAsDecided();
        var handler = "shibu-" + part.offeredTo();
        var told = whole.desk("dispatcher")
                .post(
                        "/api/appeals/" + whole.number() + "/correction",
                        "{\"facts\":{\"aboutStaff\":true},\"reason\":\"反映的是工作人员\"}");
        assertThat(told.status()).as(told.raw().body()).isEqualTo(200);
        assertThat(whole.appeal("track")).isEqualTo("confidential");
        assertThat(hiddenFrom("shibu-grid-02")).contains(whole.number(), part.number());
        assertThat(hiddenFrom(handler)).contains(part.number());
        assertThat(hiddenFrom("shibu-safety")).doesNotContain(part.number());
        assertThat(api.as(handler).get("/api/appeals/" + part.number()).status())
                .isEqualTo(404);
    }

    private List<String> hiddenFrom(String person) {
        return transaction.execute(tx -> {
            jdbc.sql("select set_config('minqing.reader', ?, true)")
                    .param(person)
                    .query(String.class)
                    .single();
            return jdbc.sql("select unnest(hidden_appeals())")
                    .query(String.class)
                    .list();
        });
    }

    private static boolean sees(AppealCase part, String person) {
        return part.desk(person).get("/api/appeals/" + part.number()).status() == 200;
    }

    private static String matter(int block, String title, String category) {
        return field(block, "title", title) + field(block, "description", "说明") + field(block, "category", category);
    }

    private static String field(int block, String name, String value) {
        return "&" + utf("subCases[" + block + "]." + name) + "=" + utf(value);
    }

    private static String utf(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
