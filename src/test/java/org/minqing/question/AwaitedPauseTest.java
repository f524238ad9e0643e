package org.minqing.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.MinqingTest;

/** Asking pauses nothing. A pause is asked for with the question, granted by another person, and over with the answer. */
@MinqingTest
class AwaitedPauseTest extends QuestionTalk {

    private static final String PAUSE = ",\"pause\":true";

    @Test
    void askingAloneLeavesTheClockRunning() {
        var appeal = handled();
        var due = due(appeal);
        var question = asked(appeal, "");
        time.pass("P1D");
        answers(appeal, question);
        assertThat(due(appeal)).isEqualTo(due);
        assertThat(appeal.ledger()).doesNotContain("RESOLVE 0 ASKED", "RESOLVE 0 PAUSED");
    }

    @Test
    void thePauseGoesTheOrdinaryWayAndTheAnswerEndsItAtOnce() {
        var appeal = handled();
        var question = asked(appeal, PAUSE);
        assertThat(appeal.ledger()).contains("RESOLVE 0 ASKED").doesNotContain("RESOLVE 0 PAUSED");
        assertThat(appeal.detail("RESOLVE", "ASKED")).isEqualTo("change=pause;days=3;reason=awaitResident");
        assertThat(appeal.desk(HANDLER).hasTask("approveLimitChange", appeal.number()))
                .isFalse();
        appeal.grantedBy("supervisor");
        assertThat(appeal.ledger()).contains("RESOLVE 0 PAUSED");
        time.pass("P1D");
        assertThat(answers(appeal, question).status()).isEqualTo(200);
        assertThat(appeal.ledger()).contains("RESOLVE 0 RESUMED");
        assertThat(appeal.detail("RESOLVE", "RESUMED")).isEqualTo("ended=2026-03-03T01:00:00Z");
        appeal.handledBy(HANDLER);
    }

    @Test
    void theEndOfTheTimeEndsItToo() {
        var appeal = handled();
        asked(appeal, ",\"answerBy\":\"2026-03-02T18:00\"" + PAUSE);
        appeal.grantedBy("supervisor");
        time.pass("PT9H1M");
        expiry.expire();
        assertThat(appeal.ledger()).contains("RESOLVE 0 RESUMED");
        assertThat(news(appeal)).isEqualTo("居民未在期限内答复");
    }

    @Test
    void ifTheResidentIsFasterNobodyHasToGrantItAnyMore() {
        var appeal = handled();
        var question = asked(appeal, PAUSE);
        assertThat(answers(appeal, question).status()).isEqualTo(200);
        assertThat(appeal.ledger()).contains("RESOLVE 0 LAPSED").doesNotContain("RESOLVE 0 PAUSED");
        assertThat(appeal.detail("RESOLVE", "LAPSED")).isEqualTo("change=pause;why=answered");
        assertThat(appeal.tasks())
                .extracting(org.camunda.bpm.engine.task.Task::getTaskDefinitionKey)
                .noneMatch(key -> key.contains("approve"));
        appeal.handledBy(HANDLER);
    }

    @Test
    void anotherQuestionThatWaitsKeepsThePause() {
        var appeal = handled();
        var first = asked(appeal, PAUSE);
        var second = asked(appeal, "");
        appeal.grantedBy("supervisor");
        assertThat(answers(appeal, second).status()).isEqualTo(200);
        assertThat(appeal.ledger()).doesNotContain("RESOLVE 0 RESUMED");
        assertThat(answers(appeal, first).status()).isEqualTo(200);
        assertThat(appeal.ledger()).contains("RESOLVE 0 RESUMED");
    }

    @Test
    void anAnswerThatComesAfterTheResultOrAReturnIsTakenAllTheSame() {
        var done = handled();
        var late = asked(done, PAUSE);
        done.grantedBy("supervisor").handledBy(HANDLER);
        assertThat(answers(done, late).status()).isEqualTo(200);
        var returned = handled();
        var question = asked(returned, PAUSE);
        returned.grantedBy("supervisor").handlingReturnedBy(HANDLER);
        assertThat(answers(returned, question).status()).isEqualTo(200);
        assertThat(returned.ledger()).contains("RESOLVE 0 RESUMED");
    }

    @Test
    void whatTheTableDoesNotAllowIsNeitherAskedForNorAsked() {
        var urgent = anAppeal()
                .about("street-lighting")
                .thatIs("safetyRisk")
                .submitted()
                .respondedBy("grid-01")
                .dispatchedBy("dispatcher", "city-management")
                .claimedBy("city-mgmt");
        var refused = stored.refused(400, () -> asks("city-mgmt", urgent, PAUSE), "pause");
        assertThat(refused.raw().body()).contains("不得延期，也不得暂停计时");
        var notHis = anAppeal().submitted().respondedBy("grid-01");
        stored.refused(400, () -> asks(notHis, PAUSE), "pause");
        stored.refused(400, () -> asks(notHis, ",\"pause\":\"ja\""), "pause");
    }

    private String due(AppealCase appeal) {
        return jdbc.sql("select due_at::text from sla_clock where appeal = ? and clock = 'RESOLVE'")
                .param(appeal.number())
                .query(String.class)
                .single();
    }
}
