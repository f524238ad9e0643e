package org.minqing.proof.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What residents do on the page where they follow their appeal. */
final class Residents {

    private Residents() {}

    /** Also before there is a result, and a second time. */
    static Optional<Act> rate(Town town) {
        return town.anyOpen().flatMap(mine -> {
            var page = mine.page();
            boolean can = page.path("canRate").asBoolean();
            if (!can && town.chance(80)) {
                return Optional.empty();
            }
            var asked = page.path("result").path("asked").asText("resolved");
            boolean content = town.chance(60);
            return Optional.of(Act.sure(
                            "rate",
                            "resident",
                            mine.number(),
                            () -> mine.send(
                                    "/rating",
                                    "{\"grade\":%d,\"%s\":%b,\"contacted\":%b}"
                                            .formatted(
                                                    content ? 5 : 2,
                                                    asked.isEmpty() ? "resolved" : asked,
                                                    content,
                                                    town.chance(80))))
                    .answered(can ? 200 : 409));
        });
    }

    /** He says whether the contact took place that was written down. */
    static Optional<Act> answerForContact(Town town) {
        return town.anyOpen().flatMap(mine -> {
            var contact = mine.page().path("contact");
            return contact.isNull() || contact.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(Act.sure(
                            "contact answered",
                            "resident",
                            mine.number(),
                            () -> mine.send("/contact", "{\"reached\":" + town.chance(70) + "}")));
        });
    }

    static Optional<Act> answerQuestion(Town town) {
        return town.anyOpen().flatMap(mine -> {
            for (var question : mine.page().path("questions")) {
                if (unanswered(question)) {
                    var id = question.path("id").asText();
                    return Optional.of(Act.sure(
                                    "question answered",
                                    "resident",
                                    mine.number(),
                                    () -> mine.send(
                                            "/answer", "{\"question\":\"" + id + "\",\"answer\":\"在二单元门口，晚上七点以后在家。\"}"))
                            // Once its time is over nobody answers it any more.
                            .answered(question.path("state").asText().equals("waiting") ? 200 : 409));
                }
            }
            return Optional.empty();
        });
    }

    /** Also what has ended: that is refused. */
    static Optional<Act> withdraw(Town town) {
        return town.any(town.filed()).map(mine -> {
            boolean can = mine.page().path("canWithdraw").asBoolean();
            return Act.sure("withdraw", "resident", mine.number(), () -> mine.send("/withdrawal", "{}"))
                    // Where it goes on for others, or in another appeal, only his own part ends.
                    .leading("withdrawn", "merged", "received", "handling")
                    .answered(can ? 200 : 409);
        });
    }

    /** He does not accept the opinion; also while it is handled, and when all reviews are done. */
    static Optional<Act> askReview(Town town) {
        return town.any(town.filed()).flatMap(mine -> {
            boolean can = mine.page().path("review").path("canAsk").asBoolean();
            return !can && town.chance(90)
                    ? Optional.empty()
                    : Optional.of(Act.sure(
                                    "review asked",
                                    "resident",
                                    mine.number(),
                                    () -> mine.send("/review", "{\"reason\":\"只清了一半，请上一级再看一看。\"}"))
                            .answered(can ? 200 : 409));
        });
    }

    private static boolean unanswered(JsonNode question) {
        return question.path("answer").isNull() || question.path("answer").isMissingNode();
    }
}
