package org.minqing.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** A question waits until its time is over; whoever asked is told what became of it, and does not wait for ever. */
@MinqingTest
class QuestionExpiryTest extends QuestionTalk {

    @Test
    void theTimeFollowsFromTheUrgencyAndTheResidentReadsIt() {
        var appeal = handled();
        var question = asked(appeal, "");
        assertThat(question.path("answerBy").asText()).isEqualTo("2026-03-05T09:00:00+08:00");
        assertThat(question.path("state").asText()).isEqualTo("waiting");
        assertThat(appeal.tracked()).contains("请在3月5日 09:00前答复", "\"answerWords\":\"3月5日 09:00\"");
        assertThat(Session.anonymous(api)
                        .get("/track/" + appeal.appeal("tracking_code"))
                        .body())
                .contains("请在3月5日 09:00前答复", "漏水的是哪一间？");
    }

    @Test
    void whoeverAsksMayGrantLessTimeButNoTimeThatIsOverOrLonger() {
        var appeal = handled();
        stored.refused(400, () -> asks(appeal, ",\"answerBy\":\"2026-03-02T09:00\""), "answerBy");
        stored.refused(400, () -> asks(appeal, ",\"answerBy\":\"2026-03-01\""), "answerBy");
        stored.refused(400, () -> asks(appeal, ",\"answerBy\":\"2026-03-05T09:01\""), "answerBy");
        stored.refused(400, () -> asks(appeal, ",\"answerBy\":\"后天\""), "answerBy");
        stored.refused(400, () -> asks(appeal, ",\"answerBy\":7"), "answerBy");
        assertThat(asked(appeal, ",\"answerBy\":\"2026-03-03\"")
                        .path("answerBy")
                        .asText())
                .isEqualTo("2026-03-04T00:00:00+08:00");
        assertThat(asked(appeal, ",\"answerBy\":\"2026-03-02T18:00\"")
                        .path("answerBy")
                        .asText())
                .isEqualTo("2026-03-02T18:00:00+08:00");
    }

    @Test
    void anAnswerAtTheLastMomentCountsAndOneAfterItIsRefusedWithWhomToCall() {
        var appeal = handled();
        var inTime = asked(appeal, ",\"answerBy\":\"2026-03-02T18:00\"");
        var late = asked(appeal, ",\"answerBy\":\"2026-03-02T18:00\"");
        time.set("2026-03-02T18:00");
        assertThat(answers(appeal, inTime).status()).isEqualTo(200);
        time.set("2026-03-02T18:01");
        var refused = stored.refused(409, () -> answers(appeal, late));
        assertThat(refused.raw().body()).contains("答复期限（3月2日 18:00）已过", "023-0000-0001");
        stored.refused(
                409,
                () -> appeal.desk("caller")
                        .post(
                                "/api/appeals/" + appeal.number() + "/answer",
                                "{\"question\":\"" + late.path("id").asText() + "\",\"answer\":\"厨房\"}"));
        assertThat(Session.anonymous(api)
                        .get("/track/" + appeal.appeal("tracking_code"))
                        .body())
                .contains("答复期限（3月2日 18:00）已过", "tel:023-0000-0001", "厨房，柜子下面")
                .doesNotContain("name=\"answer\"");
    }

    @Test
    void whoeverAskedSeesThatNobodyAnsweredUntilHeDoesTheNextThing() {
        var appeal = handled();
        asked(appeal, "");
        assertThat(news(appeal)).isEqualTo("等居民答复");
        expires(appeal);
        assertThat(news(appeal)).isEqualTo("居民未在期限内答复");
        assertThat(appeal.tracked()).contains("向居民提的问题到期，没有收到答复");
        assertThat(expiry.expire()).as("told once").isZero();
        appeal.progressedBy(HANDLER);
        assertThat(news(appeal)).isNull();
    }

    @Test
    void anAnswerStandsOnTheTaskInTheListsAndOnTheCardAndNowhereInTheEngine() {
        var appeal = handled();
        var question = asked(appeal, "");
        assertThat(answers(appeal, question).status()).isEqualTo(200);
        assertThat(news(appeal)).isEqualTo("居民已答复");
        var task = appeal.tasks().get(0).getId();
        assertThat(appeal.desk(HANDLER)
                        .get("/api/tasks/cards?ids=" + task)
                        .raw()
                        .body())
                .contains("\"news\":\"居民已答复\"");
        var session = Session.of(api, "ganshui-" + HANDLER);
        assertThat(session.get("/desk/tasks").body()).contains("居民已答复");
        assertThat(session.get("/desk/tasks/" + task).body()).contains("居民已答复", "漏水的是哪一间？", "厨房，柜子下面");
        assertThat(session.get("/camunda/api/engine/engine/default/task/" + task + "/form-variables")
                        .body())
                .as("the card that Tasklist shows")
                .contains("厨房，柜子下面");
        assertThat(stored.count("select count(*) from act_hi_varinst where text_ like '%厨房%' or text_ like '%漏水的是%'"))
                .isZero();
        assertThat(stored.count("select count(*) from act_ru_variable where text_ like '%厨房%'"))
                .isZero();
    }

    @Test
    void whoeverCallsFindsWhatExpiresFirstFirstAndNothingThatHasExpired() {
        var calm = handled();
        asked(calm, "");
        var pressing = handled();
        asked(pressing, ",\"answerBy\":\"2026-03-02T12:00\"");
        var page = Session.of(api, "ganshui-caller").get("/desk/questions").body();
        assertThat(page).contains("还剩 3 小时", "还剩 3 天");
        assertThat(page.indexOf(pressing.number())).isPositive().isLessThan(page.indexOf(calm.number()));
        time.pass("PT4H");
        assertThat(Session.of(api, "ganshui-caller").get("/desk/questions").body())
                .contains(calm.number())
                .doesNotContain(pressing.number());
    }

    @Test
    void whatWaitsWhenTheAppealEndsNobodyNeedsToAnswerAnyMore() {
        var appeal = handled();
        asked(appeal, "");
        appeal.withdrawn();
        assertThat(last(appeal.desk("supervisor")
                                .get("/api/appeals/" + appeal.number())
                                .json())
                        .path("state")
                        .asText())
                .isEqualTo("lapsed");
        time.pass("P4D");
        assertThat(expiry.expire()).isZero();
    }
}
