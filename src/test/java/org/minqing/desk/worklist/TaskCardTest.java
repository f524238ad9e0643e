package org.minqing.desk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Stored;
import org.minqing.support.Talk;

/** What the list in Tasklist says of a task, and to whom. */
@MinqingTest
class TaskCardTest extends Talk {

    private String task(String number) {
        return api.as("shibu-grid-01").task("respondAppeal", number).path("id").asText();
    }

    private JsonNode cards(String user, String... ids) {
        var answer = api.as(user).get("/api/tasks/cards?ids=" + String.join(",", ids));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void ofOneAppealAreHisTasksOfItAndNobodyElsesAnyOfIt() {
        var number = accepted(sound()).path("number").asText();
        accepted(sound());
        var own = api.as("shibu-grid-01").get("/api/tasks?number=" + number).json();
        assertThat(own.findValuesAsText("number")).containsOnly(number);
        for (var nothing : List.of("SB-20260407-9999", "", "%25", "x%27%20or%201=1")) {
            assertThat(api.as("shibu-grid-01")
                            .get("/api/tasks?number=" + nothing)
                            .json())
                    .isEmpty();
        }
        assertThat(api.as("matou-grid-01").get("/api/tasks?number=" + number).json())
                .isEmpty();
    }

    @Test
    void aCardSaysWhatWhereHowLongAndWho() {
        var body = sound();
        body.withObject("/location").put("address", "三号楼二单元");
        var number = accepted(body).path("number").asText();
        var task = task(number);
        var card = cards("shibu-grid-01", task).get(0);
        assertThat(card.path("number").asText()).isEqualTo(number);
        assertThat(card.path("title").asText()).isEqualTo("楼道灯坏了");
        assertThat(card.path("place").asText()).endsWith("三号楼二单元");
        assertThat(card.path("timeLeft").asText()).startsWith("还剩 ");
        assertThat(card.path("holder").isNull()).isTrue();
        assertThat(card.path("clock").asText()).isEqualTo("签收");
        assertThat(api.as("shibu-grid-01")
                        .post("/api/tasks/" + task + "/claim", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(cards("shibu-grid-01", task).get(0).path("clock").asText()).isEqualTo("领办");
        assertThat(cards("shibu-grid-01", task).get(0).path("mine").asBoolean()).isTrue();
        var colleague = cards("shibu-secretary-chengxi", task).get(0);
        assertThat(colleague.path("holder").asText()).isEqualTo("刘网格");
        assertThat(colleague.path("mine").asBoolean()).isFalse();
    }

    @Test
    void timeIsNearBeforeTheLimitAndOverBehindIt() {
        var number = number();
        var task = task(number);
        api.as("shibu-grid-01").post("/api/tasks/" + task + "/claim", "{}");
        var due = java.time.OffsetDateTime.parse(api.as("shibu-grid-01")
                        .task("respondAppeal", number)
                        .path("dueAt")
                        .asText())
                .toInstant();
        // The reminder of its nearest limit: somebody is to lead it on the same day, said an hour before the offices
        // close.
        var reminder = java.time.Duration.ofHours(1);
        time.set(due.minus(reminder).minusMillis(1));
        assertThat(cards("shibu-grid-01", task).get(0).at("/due/state").asText())
                .isEqualTo("later");
        time.set(due.minus(reminder));
        assertThat(cards("shibu-grid-01", task).get(0).at("/due/state").asText())
                .isEqualTo("soon");
        time.set(due);
        assertThat(cards("shibu-grid-01", task).get(0).at("/due/state").asText())
                .isEqualTo("soon");
        time.set(due.plusSeconds(3 * 3600));
        var late = cards("shibu-grid-01", task).get(0);
        assertThat(late.at("/due/state").asText()).isEqualTo("late");
        assertThat(late.path("timeLeft").asText()).isEqualTo("已超时 3 小时");
    }

    @Test
    void whatOneMayNotSeeIsMissingWithoutAWord() {
        var first = task(number());
        var second = task(number());
        for (var stranger : List.of("shibu-grid-02", "matou-grid-01", "shibu-auditor", "ganshui-supervisor")) {
            assertThat(cards(stranger, first, second)).as(stranger).isEmpty();
            Stored.alike(
                    api.as(stranger).get("/api/tasks/" + first + "/replies"),
                    api.as(stranger).get("/api/tasks/nothing/replies"));
        }
        assertThat(cards("shibu-grid-01", second, "nothing", first).findValuesAsText("id"))
                .containsExactly(second, first);
    }

    @Test
    void aCardHasNothingByWhichToReachTheResident() {
        var body = sound();
        body.putObject("resident").put("name", "来电居民").put("phone", "0911-555-0177");
        var task = task(accepted(body).path("number").asText());
        assertThat(cards("shibu-grid-01", task).toString()).doesNotContain("来电居民", "0911-555-0177");
    }

    @Test
    void atMostFiftyAtOnceAndNothingButIds() {
        Stored.problem(api.as("shibu-grid-01").get("/api/tasks/cards?ids=" + ids(51)), 400, "ids");
        Stored.problem(api.as("shibu-grid-01").get("/api/tasks/cards?ids=%3Cb%3E"), 400, "ids");
        Stored.problem(api.as("shibu-grid-01").get("/api/tasks/cards?id=1"), 400, "id");
        assertThat(api.as("shibu-grid-01")
                        .get("/api/tasks/cards?ids=" + ids(50))
                        .status())
                .isEqualTo(200);
        assertThat(cards("shibu-grid-01")).isEmpty();
    }

    @Test
    void aTaskOffersTheRepliesOfItsForm() {
        var replies = api.as("shibu-grid-01").get("/api/tasks/" + task(number()) + "/replies");
        assertThat(replies.json().path("finding")).isNotEmpty();
        assertThat(replies.json().path("returnReason")).isNotEmpty();
    }

    private static String ids(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> "t" + i)
                .collect(java.util.stream.Collectors.joining(","));
    }
}
