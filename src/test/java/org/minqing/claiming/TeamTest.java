package org.minqing.claiming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;

/** Together: others join whoever claimed it, each by his own consent, and all have handled it. */
@MinqingTest
class TeamTest extends OrderRules {

    private static final String SECOND = "ganshui-neighbour-2";
    private static final String THIRD = "ganshui-neighbour-3";
    private static final String FOURTH = "ganshui-neighbour-4";
    private static final String JOIN = "{\"action\":\"join\"}";

    private Api second;

    @BeforeEach
    void neighbours() {
        second = another(SECOND, VOLUNTEERS, "ganshui-party-service-call-back");
    }

    @AfterEach
    void theyGoHome() {
        Stream.of(SECOND, THIRD, FOURTH).forEach(this::gone);
    }

    @Test
    void othersJoinWhoeverClaimedItUpToTheNumberOfTheTable() {
        var appeal = refuse().respondedBy("grid-01");
        assertThat(acts(appeal, second, JOIN).status()).isEqualTo(409);
        claims(appeal, "volunteer");

        assertThat(acts(appeal, second, JOIN).status()).isEqualTo(200);
        assertThat(acts(appeal, second, JOIN).status()).isEqualTo(409);
        assertThat(acts(appeal, another(THIRD, VOLUNTEERS), JOIN).status()).isEqualTo(200);
        assertThat(acts(appeal, another(FOURTH, VOLUNTEERS), JOIN).status()).isEqualTo(409);

        assertThat(acts(appeal, another(THIRD, VOLUNTEERS), "{\"action\":\"leave\"}")
                        .status())
                .isEqualTo(200);
        assertThat(acts(appeal, another(FOURTH, VOLUNTEERS), JOIN).status()).isEqualTo(200);
        assertThat(acts(appeal, "volunteer", "leave").status()).isEqualTo(409);
        assertThat(steps(appeal))
                .containsExactly(
                        "claimed ganshui-volunteer",
                        "joined " + SECOND,
                        "joined " + THIRD,
                        "left " + THIRD,
                        "joined " + FOURTH);
        // Residents read that volunteers have it; who they are is no matter of theirs.
        assertThat(appeal.tracked()).contains("党员志愿者已接单").doesNotContain("一起办理");
    }

    @Test
    void whoeverJoinedHasHandledItAndMakesNoCallBack() {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");
        acts(appeal, second, JOIN);
        appeal.handledBy("volunteer");

        var task = appeal.task(CALL_RESIDENT).getId();
        assertThat(second.post("/api/tasks/" + task + "/claim", "{}").status()).isEqualTo(409);
    }

    @Test
    void whatIsGivenBackNobodyTakesPartInAnyMore() {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");
        acts(appeal, second, JOIN);

        givesBack(appeal, "volunteer");

        assertThat(acts(appeal, second, "{\"action\":\"claim\"}").status()).isEqualTo(200);
        assertThat(appeal.task(HANDLE_DIRECTLY).getAssignee()).isEqualTo(SECOND);
    }

    @Test
    void ofManyWhoClaimItAtOnceThroughTwoDoorsOneHasIt() {
        var appeal = refuse().respondedBy("grid-01");
        var task = appeal.task(HANDLE_DIRECTLY).getId();
        var third = another(THIRD, VOLUNTEERS);

        var answers = Stream.of(
                        CompletableFuture.supplyAsync(() -> claims(appeal, "volunteer")),
                        CompletableFuture.supplyAsync(() -> acts(appeal, second, "{\"action\":\"claim\"}")),
                        CompletableFuture.supplyAsync(() -> third.post("/api/tasks/" + task + "/claim", "{}")),
                        CompletableFuture.supplyAsync(
                                () -> appeal.desk("secretary-erju").post("/api/tasks/" + task + "/claim", "{}")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Api.Answer::status)
                .toList();

        assertThat(answers).containsOnlyOnce(200).allMatch(List.of(200, 409)::contains);
        assertThat(steps(appeal)).hasSize(1);
    }

    @Test
    void whoseAccountIsClosedHasItNoMore() {
        var appeal = refuse().respondedBy("grid-01");
        acts(appeal, second, "{\"action\":\"claim\"}");

        engine.getTaskService().setAssignee(appeal.task(HANDLE_DIRECTLY).getId(), null);

        assertThat(steps(appeal)).containsExactly("claimed " + SECOND, "givenBack " + SECOND);
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(200);
    }
}
