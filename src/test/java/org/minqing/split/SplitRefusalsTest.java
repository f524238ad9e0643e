package org.minqing.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.AppealCase;
import org.minqing.support.MinqingTest;
import org.springframework.dao.DataAccessException;

/** Who splits nothing, what is not split, and what a sub-case is not: nothing is stored then. */
@MinqingTest
class SplitRefusalsTest extends SplitTalk {

    private static final String ONE = """
            {"subCases":[{"title":"路灯不亮","description":"路灯不亮","category":"property"}]}""";
    private static final String GROUND = "现场查看后不再需要这一件";

    @Test
    void whoeverDoesNotLeadSplitsNothingAndTakesNothingOut() {
        var whole = aWhole();
        for (var person : List.of("grid-01", "livelihood", "caller", "auditor", "supervisor", "registrar")) {
            assertThat(triesToSplit(whole, person, TWO).status()).as(person).isEqualTo(404);
        }
        assertThat(api.as("matou-dispatcher")
                        .post("/api/appeals/" + whole.number() + "/sub-cases", TWO)
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/appeals/" + whole.number() + "/sub-cases", TWO)
                        .status())
                .isEqualTo(401);
        var part = split(whole, "dispatcher").get(1).dispatchedAsDecided();
        for (var person : List.of(part.offeredTo(), "supervisor", "grid-01", "auditor")) {
            assertThat(triesToTakeOut(part, person, GROUND).status()).as(person).isEqualTo(404);
        }
        assertThat(part.status()).isEqualTo("HANDLING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|subCases",
                "{\"subCases\":\"x\"}|subCases",
                "{\"subCases\":[]}|subCases",
                "{\"subCases\":[null,null]}|subCases[0]",
                "{\"subCases\":[{\"title\":\"甲件\",\"description\":\"说明\",\"category\":\"other\"}]}|subCases",
                "{\"subCases\":[{\"title\":\"\",\"description\":\"说明\",\"category\":\"other\"}]}|subCases[0].title",
                "{\"subCases\":[{\"title\":\"甲件\",\"description\":1,\"category\":\"other\"}]}|subCases[0].description",
                "{\"subCases\":[{\"title\":\"甲件\",\"description\":\"说明\",\"category\":\"nothing\"}]}|subCases[0].category",
                "{\"subCases\":[{\"title\":\"甲件\",\"description\":\"说明\",\"category\":\"other\",\"location\":{\"unit\":\"matou\"}}]}|subCases[0].location.unit",
                "{\"subCases\":[{\"title\":\"甲件\",\"description\":\"说明\",\"category\":\"other\",\"parent\":\"x\"}]}|subCases[0].parent",
                "{\"subCases\":[{\"title\":\"甲件\",\"description\":\"说明\",\"category\":\"other\"},{\"title\":\"甲件\",\"description\":\"说明\",\"category\":\"other\"}]}|subCases[1].title"
            })
    void whatCannotBeReadIsNamedAndStoresNothing(String body, String field) {
        var whole = aWhole();
        var before = whole.everythingKept();
        var answer = triesToSplit(whole, "dispatcher", body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(whole.everythingKept()).isEqualTo(before);
        assertThat(subCasesOf(whole)).isZero();
    }

    /** Sent twice, it is split once. */
    @Test
    void noMoreAreOpenAtOnceThanTheFileSaysAndNoneTwice() {
        var whole = aWhole();
        split(whole, "dispatcher");
        assertThat(triesToSplit(whole, "dispatcher", TWO).status()).isEqualTo(400);
        assertThat(triesToSplit(whole, "dispatcher", many(7)).status()).isEqualTo(400);
        assertThat(triesToSplit(whole, "dispatcher", many(1)).status()).isEqualTo(200);
        assertThat(subCasesOf(whole)).isEqualTo(3);
    }

    private static String many(int count) {
        var matters = new StringBuilder("{\"subCases\":[");
        for (var i = 0; i < count; i++) {
            matters.append(i == 0 ? "" : ",")
                    .append("{\"title\":\"第")
                    .append(i)
                    .append("处\",\"description\":\"说明\",\"category\":\"other\"}");
        }
        return matters.append("]}").toString();
    }

    @Test
    void aSubCaseIsNotSplitAndThereIsNoCircle() {
        var whole = aWhole();
        var parts = split(whole, "dispatcher");
        var nested = triesToSplit(parts.get(0), "dispatcher", TWO);
        assertThat(nested.status()).as(nested.raw().body()).isEqualTo(409);
        assertThat(nested.raw().body()).contains("不能再分", whole.number());
        assertThatThrownBy(() -> jdbc.sql("update appeal set parent = ?, tracking_code = null where number = ?")
                        .params(parts.get(0).number(), whole.number())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update appeal set parent = ? where number = ?")
                        .params(parts.get(1).number(), parts.get(0).number())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update appeal set tracking_code = 'X' where number = ?")
                        .param(parts.get(0).number())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource({"received", "feedback", "withdrawn", "merged", "confidential", "danger"})
    void onlyWhatIsHandledIsSplit(String state) {
        var whole = switch (state) {
            case "received" -> anAppeal().from("shibu").at("shibu-jijiahe-01").submitted();
            case "feedback" -> aWhole().handledBy("secretary-jijiahe");
            case "withdrawn" -> aWhole().withdrawn();
            case "merged" -> aWhole().mergedInto(aWhole());
            case "confidential" ->
                anAppeal()
                        .from("shibu")
                        .at("shibu-jijiahe-01")
                        .about("petition")
                        .submitted()
                        .aboutNobodyBy("safety")
                        .respondedBy("safety");
            default ->
                anAppeal()
                        .from("shibu")
                        .at("shibu-jijiahe-01")
                        .inDanger("fire")
                        .submitted()
                        .inDanger("safety", "contacted");
        };
        var before = whole.everythingKept();
        var answer = triesToSplit(whole, "dispatcher", TWO);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(409);
        assertThat(whole.everythingKept()).isEqualTo(before);
        assertThat(subCasesOf(whole)).isZero();
    }

    @Test
    void aSubCaseIsMergedWithNothing() {
        var whole = aWhole();
        var part = split(whole, "dispatcher").get(0);
        var other = aWhole();
        assertThat(part.triesToMergeInto(other).status()).isEqualTo(409);
        assertThat(other.triesToMergeInto(part).status()).isEqualTo(409);
        assertThat(api.as("shibu-dispatcher")
                        .get("/api/appeals/" + other.number() + "/similar")
                        .raw()
                        .body())
                .doesNotContain(part.number());
    }

    @Test
    void theResidentIsAskedAndPromisedNothingAboutASubCase() {
        var part = split(aWhole(), "dispatcher").get(0).dispatchedAsDecided();
        assertThat(part.desk("dispatcher")
                        .post("/api/appeals/" + part.number() + "/question", "{\"question\":\"哪一盏灯\"}")
                        .status())
                .isEqualTo(404);
        assertThat(part.desk("dispatcher")
                        .post("/api/appeals/" + part.number() + "/review", "{\"how\":\"phone\",\"reason\":\"请再看一看\"}")
                        .raw()
                        .body())
                .contains("请对主件" + part.number().substring(0, part.number().lastIndexOf('-')) + "申请复查");
        var planned = part.triesToEnd(part.offeredTo(), "\"outcome\":\"planned\",\"planUntil\":\"2026-05-01\"");
        assertThat(planned.status()).as(planned.raw().body()).isIn(400, 409);
        var type = part.desk("dispatcher")
                .post("/api/appeals/" + part.number() + "/correction", "{\"type\":\"report\",\"reason\":\"是举报\"}");
        assertThat(type.status()).isEqualTo(400);
        assertThat(type.json().at("/errors/0/field").asText()).isEqualTo("type");
        assertThat(part.status()).isEqualTo("HANDLING");
    }

    @Test
    void whatIsNoSubCaseIsNotTakenOut() {
        var whole = aWhole();
        assertThat(triesToTakeOut(whole, "dispatcher", GROUND).status()).isEqualTo(409);
        assertThat(triesToSplit(whole, "dispatcher", ONE).status()).isEqualTo(400);
    }

    private int subCasesOf(AppealCase whole) {
        return jdbc.sql("select count(*) from appeal where parent = ?")
                .param(whole.number())
                .query(Integer.class)
                .single();
    }
}
