package org.minqing.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.Stored;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who handles an appeal asks, and the resident answers or does not. */
abstract class QuestionTalk extends AppealRules {

    static final String HANDLER = "secretary-erju";

    @Autowired
    QuestionExpiry expiry;

    Stored stored;

    @BeforeEach
    void look() {
        stored = new Stored(jdbc);
    }

    /** Ordinary, responded to, and in the hands of whoever asks. */
    AppealCase handled() {
        return anAppeal().submitted().respondedBy("grid-01").claimedBy(HANDLER);
    }

    static Api.Answer asks(AppealCase appeal, String more) {
        return asks(HANDLER, appeal, more);
    }

    static Api.Answer asks(String person, AppealCase appeal, String more) {
        return appeal.desk(person)
                .post("/api/appeals/" + appeal.number() + "/question", "{\"question\":\"漏水的是哪一间？\"" + more + "}");
    }

    /** @return the last of its questions */
    JsonNode asked(AppealCase appeal, String more) {
        var answer = asks(appeal, more);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return last(answer.json());
    }

    static JsonNode last(JsonNode answer) {
        var questions = answer.path("questions");
        return questions.get(questions.size() - 1);
    }

    Api.Answer answers(AppealCase appeal, JsonNode question) {
        return api.post(
                "/api/track/" + appeal.appeal("tracking_code") + "/answer",
                "{\"question\":\"" + question.path("id").asText() + "\",\"answer\":\"厨房，柜子下面\"}");
    }

    void expires(AppealCase appeal) {
        time.pass("P3D");
        time.pass("PT1M");
        expiry.expire();
    }

    /** What the list of whoever handles it says of its news. */
    String news(AppealCase appeal) {
        for (var task : appeal.desk(HANDLER).get("/api/tasks").json()) {
            if (task.path("number").asText().equals(appeal.number())) {
                return task.path("news").asText(null);
            }
        }
        throw new AssertionError("No task of " + appeal.number());
    }
}
