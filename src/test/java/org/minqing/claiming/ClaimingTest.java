package org.minqing.claiming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.RESPOND;

import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** Orders: who is offered what and until when, who has it, and that nothing waits for anybody. */
@MinqingTest
class ClaimingTest extends OrderRules {

    @Test
    void whatVolunteersCanDoIsOfferedToThemAndToThePostThatAnswersForIt() {
        var appeal = refuse().respondedBy("grid-01");

        assertThat(offered(appeal)).containsExactlyInAnyOrder(assigned(appeal), VOLUNTEERS);
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(200);
        assertThat(appeal.task(HANDLE_DIRECTLY).getAssignee()).isEqualTo("ganshui-volunteer");
        assertThat(steps(appeal)).containsExactly("claimed ganshui-volunteer");
        assertThat(appeal.tracked()).contains("党员志愿者已接单");
    }

    @Test
    void whenTheTimeIsOverItLiesWithThePostThatAnswersForItAlone() {
        var appeal = refuse().respondedBy("grid-01");

        time.pass("PT8H");

        assertThat(offered(appeal)).containsExactly(assigned(appeal));
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(409);
        assertThat(watching(appeal)).isZero();
    }

    @Test
    void whoeverClaimsThroughTasklistHasClaimedIt() {
        var appeal = refuse().respondedBy("grid-01");
        var task = appeal.task(HANDLE_DIRECTLY).getId();

        assertThat(tasklist("volunteer", task, "/claim", "{\"userId\":\"ganshui-volunteer\"}"))
                .isEqualTo(204);

        assertThat(steps(appeal)).containsExactly("claimed ganshui-volunteer");
    }

    @Test
    void ofTwoWhoClaimItTheSecondIsToldSo() {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");

        assertThat(appeal.desk("secretary-erju")
                        .post("/api/tasks/" + appeal.task(HANDLE_DIRECTLY).getId() + "/claim", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(409);
    }

    @Test
    void leadersAreOfferedFirstWhereTheLocalitySaysSoAndThePostWaits() {
        var appeal = whereLeadersComeFirst().respondedBy("grid-02");

        assertThat(offered(appeal))
                .containsExactlyInAnyOrder(
                        "zhangjiashan-xinyuan-branch-secretary", "zhangjiashan-xinyuan-village-committee");
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(409);

        time.pass("PT4H");

        assertThat(offered(appeal)).contains("zhangjiashan-xinyuan-party-member");
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(200);
    }

    @Test
    void whoeverClaimsItBeforeTheHandlingBeginsRespondsToo() {
        var appeal = refuse();

        assertThat(claims(appeal, "volunteer").status()).isEqualTo(200);

        assertThat(appeal.task(RESPOND).getAssignee()).isEqualTo("ganshui-volunteer");
        appeal.respondedBy("volunteer");
        assertThat(appeal.task(HANDLE_DIRECTLY).getAssignee()).isEqualTo("ganshui-volunteer");
        appeal.progressedBy("volunteer").handledBy("volunteer");
        assertThat(steps(appeal)).containsExactly("claimed ganshui-volunteer", "closed null");
        assertThat(watching(appeal)).isZero();
    }

    @Test
    void givingBackNeedsAReasonAndIsNoReturnOfAUnit() {
        var appeal = refuse().respondedBy("grid-01");
        claims(appeal, "volunteer");

        assertThat(acts(appeal, "volunteer", "giveBack").status()).isEqualTo(400);
        assertThat(tasklist("volunteer", appeal.task(HANDLE_DIRECTLY).getId(), "/unclaim", "{}"))
                .isEqualTo(409);
        assertThat(givesBack(appeal, "volunteer").status()).isEqualTo(200);

        assertThat(appeal.task(HANDLE_DIRECTLY).getAssignee()).isNull();
        assertThat(offered(appeal)).containsExactlyInAnyOrder(assigned(appeal), VOLUNTEERS);
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from remit_return where appeal = ?")
                        .param(appeal.number())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(appeal.tracked()).doesNotContain("要挖机才行");
        appeal.handledBy("secretary-erju");
    }

    @Test
    void thePostThatAnswersForItTakesItAtAnyTimeAndThenNobodyClaimsIt() {
        var appeal = refuse().respondedBy("grid-01").progressedBy("secretary-erju");

        assertThat(steps(appeal)).containsExactly("closed null");
        assertThat(claims(appeal, "volunteer").status()).isEqualTo(409);
        assertThat(watching(appeal)).isZero();
    }

    private int tasklist(String person, String task, String act, String body) {
        return Session.of(api, "ganshui-" + person)
                .post("/camunda/api/engine/engine/default/task/" + task + act, body)
                .statusCode();
    }
}
