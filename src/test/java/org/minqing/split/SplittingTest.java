package org.minqing.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.appeal.Timeline;
import org.minqing.support.AppealCase;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An appeal is split: each sub-case is handled by its own unit within the promise of the whole, and the whole answers once. */
@MinqingTest
class SplittingTest extends SplitTalk {

    private static final String GROUND = "现场查看后不再需要这一件";

    @Autowired
    Timeline timeline;

    @Test
    void eachSubCaseGoesToItsOwnUnitWithClocksOfItsOwn() {
        var whole = aWhole();
        var parts = split(whole, "dispatcher");
        assertThat(parts).extracting(AppealCase::number).containsExactly(whole.number() + "-1", whole.number() + "-2");
        var lamp = parts.get(0);
        assertThat(lamp.status()).isEqualTo("HANDLING");
        assertThat(lamp.clocks())
                .contains("ACCEPT 0 RUNNING", "RESOLVE 0 RUNNING")
                .noneMatch(c -> c.startsWith("RESPOND"));
        assertThat(lamp.appeal("coalesce(tracking_code, 'none')")).isEqualTo("none");
        assertThat(due(lamp)).isBeforeOrEqualTo(due(whole));
        assertThat(lamp.appeal("handling_unit")).isEqualTo("shibu-jijiahe");
        assertThat(parts.get(1).appeal("handling_unit")).isEqualTo("shibu-construction");
        assertThat(whole.ledger()).contains("RESOLVE 0 SPLIT");
        assertThat(jdbc.sql("select count(*) from appeal_contact where appeal = any (?)")
                        .param(parts.stream().map(AppealCase::number).toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theWholeIsAnsweredWhenAllHaveEndedAndTheResidentOnce() {
        var whole = aWhole();
        var parts = split(whole, "dispatcher");
        var before = whole.everythingKept();
        var early = whole.triesToHandle("secretary-jijiahe", "先答复");
        assertThat(early.status()).as(early.raw().body()).isEqualTo(409);
        assertThat(early.raw().body())
                .contains("分件还没有全部办结", parts.get(0).number(), parts.get(1).number());
        assertThat(whole.everythingKept()).isEqualTo(before);
        parts.forEach(this::handled);
        assertThat(parts).extracting(AppealCase::status).containsOnly("CLOSED");
        assertThat(parts.get(0).clocks()).contains("RESOLVE 0 MET").noneMatch(c -> c.startsWith("CALL_BACK"));
        whole.handledBy("secretary-jijiahe");
        assertThat(whole.status()).isEqualTo("FEEDBACK");
        assertThat(whole.tracked()).contains("分件办理：路灯不亮：", "界桩被挪动：");
        whole.rated(SATISFIED);
        assertThat(whole.status()).isEqualTo("CLOSED");
    }

    /** Their own table may give more time than was promised for the whole. */
    @Test
    void noSubCaseIsDueAfterTheWhole() {
        var whole = aWhole();
        time.pass("P2D");
        var parts = split(whole, "dispatcher");
        assertThat(parts).allSatisfy(part -> assertThat(due(part)).isEqualTo(due(whole)));
        assertThat(parts.get(0).ledger()).contains("RESOLVE 0 RETIMED");
        var sooner = whole.desk("dispatcher")
                .post(
                        "/api/appeals/" + whole.number() + "/correction",
                        "{\"facts\":{\"vulnerable\":true,\"lineCut\":true},\"reason\":\"老人家里断水\"}");
        assertThat(sooner.status()).as(sooner.raw().body()).isEqualTo(200);
        assertThat(parts).allSatisfy(part -> assertThat(due(part)).isBeforeOrEqualTo(due(whole)));
    }

    @Test
    void aSubCaseThatIsDueWithTheWholeGetsNoMoreTime() {
        var whole = aWhole();
        time.pass("P2D");
        var part = split(whole, "dispatcher").get(0).dispatchedAsDecided();
        var before = part.everythingKept();
        var refused = part.triesToAsk(part.offeredTo(), "extend", 3);
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(409);
        assertThat(refused.raw().body()).contains("先由主件申请");
        assertThat(part.everythingKept()).isEqualTo(before);
    }

    /** Who is told when his own limit is over: the unit of the sub-case, and the resident is told nothing. */
    @Test
    void anOverdueSubCaseIsSupervisedLikeAnyAppeal() {
        var whole = aWhole();
        var part = split(whole, "dispatcher").get(0).dispatchedAsDecided();
        time.pass("P60D");
        assertThat(part.clocks()).contains("RESOLVE 0 BREACHED");
        assertThat(part.tasks()).anyMatch(task -> task.getTaskDefinitionKey().equals("userTask_superviseOverdue"));
        handled(part);
        assertThat(part.status()).isEqualTo("CLOSED");
        assertThat(part.ledger()).contains("RESOLVE 0 DONE_LATE");
    }

    @Test
    void oneThatIsTakenOutIsArguedAndNoted() {
        var whole = aWhole();
        var parts = split(whole, "secretary-jijiahe");
        var part = parts.get(0);
        var before = part.everythingKept();
        var bare = triesToTakeOut(part, "secretary-jijiahe", "不需要");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.json().at("/errors/0/field").asText()).isEqualTo("ground");
        assertThat(part.everythingKept()).isEqualTo(before);
        assertThat(triesToTakeOut(part, "secretary-jijiahe", GROUND).status()).isEqualTo(200);
        assertThat(part.status()).isEqualTo("WITHDRAWN");
        assertThat(part.tasks()).isEmpty();
        assertThat(part.ledger()).contains("RESOLVE 0 SUB_CASE_REMOVED", "RESOLVE 0 CANCELLED");
        assertThat(whole.ledger()).contains("RESOLVE 0 SUB_CASE_REMOVED");
        assertThat(jdbc.sql("select text from appeal_event where appeal = ? and kind = 'splitTold' order by id")
                        .param(whole.number())
                        .query(String.class)
                        .list())
                .containsExactly("分为 2 件办理：路灯不亮、界桩被挪动", "撤出分件 " + part.number() + "（路灯不亮）：" + GROUND);
        assertThat(whole.tracked()).contains("已撤出").doesNotContain(GROUND);
        assertThat(triesToTakeOut(part, "secretary-jijiahe", GROUND).status()).isEqualTo(409);
        handled(parts.get(1));
        whole.handledBy("secretary-jijiahe");
        assertThat(whole.tracked()).contains("（分件办理：界桩被挪动：").doesNotContain("路灯不亮：已");
    }

    @ParameterizedTest
    @CsvSource({"withdrawn, 主件已撤回", "merged, 主件已合并"})
    void whatIsLeftOfThemEndsWithTheWhole(String how, String why) {
        var whole = aWhole();
        var parts = split(whole, "dispatcher");
        if (how.equals("withdrawn")) {
            whole.withdrawn();
        } else {
            whole.mergedInto(aWhole());
        }
        assertThat(parts).extracting(AppealCase::status).containsOnly("WITHDRAWN");
        assertThat(parts).allSatisfy(part -> assertThat(part.allTasks()).isEmpty());
        assertThat(jdbc.sql("select ground from sub_case_removal where appeal = any (?)")
                        .param(parts.stream().map(AppealCase::number).toArray(String[]::new))
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(ground -> ground.startsWith(why));
    }

    /** A redo is in its handling from the start, and so is a sub-case: an answer need not be the first word. */
    @Test
    void aConsultationIsSplitAndEachPartIsAnswered() {
        var whole = anAppeal()
                .from("shibu")
                .at("shibu-jijiahe-01")
                .ofType("consultation")
                .submitted()
                .answeredBy("registrar", "phone")
                .rated(DISSATISFIED);
        var parts = split(whole, "dispatcher");
        for (var part : parts) {
            part.answeredBy("dispatcher", "phone");
            assertThat(part.status()).isEqualTo("CLOSED");
        }
        assertThat(whole.tracked()).contains("\"statusName\":\"已办结\"");
    }

    @Test
    void aRedoIsSplitAnewAndItsNumbersGoOn() {
        var whole = aWhole();
        split(whole, "dispatcher").forEach(this::handled);
        whole.handledBy("secretary-jijiahe").rated(DISSATISFIED);
        whole.dispatchedAsDecided();
        var again = triesToSplit(whole, "dispatcher", TWO);
        assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
        assertThat(again.json().path("subCases").get(0).asText()).isEqualTo(whole.number() + "-3");
    }

    @Test
    void whoHandledASubCaseDoesNotCallItsResident() {
        var whole = aWhole();
        var part = split(whole, "dispatcher").get(1).dispatchedAsDecided();
        var handler = part.offeredTo();
        handled(part);
        assertThat(jdbc.sql("select distinct actor from appeal_event where appeal = ? and kind = 'resulted'")
                        .param(part.number())
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("shibu-" + handler));
        assertThat(timeline.acts(List.of(whole.number()), List.of("resulted")))
                .extracting(act -> act.person())
                .contains("shibu-" + handler);
    }
}
