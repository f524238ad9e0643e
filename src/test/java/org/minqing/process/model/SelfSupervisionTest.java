package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.DISPATCH;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;
import static org.minqing.process.AppealHandling.HANDLE_UNDER_SUPERVISION;
import static org.minqing.process.AppealHandling.REROUTE;
import static org.minqing.process.AppealHandling.RESPOND;
import static org.minqing.process.AppealHandling.SUPERVISE_OVERDUE;

import java.util.List;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** Nobody supervises himself, and nobody whom an appeal is about has anything of it; and never has nobody. */
@MinqingTest
class SelfSupervisionTest extends AppealRules {

    /** Case overdue-leader of cases.yml. */
    @Test
    void theLeaderWhoLetsItRunOverIsSupervisedBySomebodyElse() {
        var appeal = anAppeal()
                .from("shibu")
                .at("shibu-jijiahe-01")
                .about("road")
                .thatIs("beyondStreet")
                .submitted()
                .respondedBy("grid-02");
        if (appeal.tasks().get(0).getTaskDefinitionKey().equals(DISPATCH)) {
            appeal.dispatchedBy("dispatcher", "township-leader");
        }
        appeal.claimedBy("leader");
        assertWaiting(appeal, HANDLE_UNDER_SUPERVISION);
        time.pass("P60D");
        assertThat(offered(appeal, SUPERVISE_OVERDUE))
                .isNotEmpty()
                .doesNotContain("shibu-township-leader")
                .contains("shibu-general-office-supervisor");
        assertThat(appeal.desk("leader").hasTask("superviseOverdue", appeal.number()))
                .isFalse();
        assertThat(rungs(appeal, "RESOLVE")).allMatch(rung -> rung.contains("passed=township-leader"));
        appeal.supervisedBy("supervisor");
    }

    @Test
    void theSecretaryWhoTookTheFirstResponseIsPassedOverAndTheNextRungHasItAtOnce() {
        var appeal = anAppeal().submitted().claimedBy("secretary-erju");
        time.pass("PT24H");
        assertThat(rungs(appeal, "RESPOND")).containsExactly("2 post=supervisor;passed=branch-secretary");
        time.pass("PT4H");
        assertThat(rungs(appeal, "RESPOND"))
                .containsExactly("2 post=supervisor;passed=branch-secretary", "3 post=township-leader");
    }

    @Test
    void theDispatcherWithWhomItLiesDoesNotPressHimself() {
        var appeal = anAppeal().thatIs("safetyRisk").somewhere().submitted();
        assertWaiting(appeal, REROUTE);
        time.pass("PT2H");
        assertThat(rungs(appeal, "ACCEPT")).isNotEmpty().noneMatch(rung -> rung.contains("post=dispatcher"));
        assertThat(offered(appeal, SUPERVISE_OVERDUE)).doesNotContain("ganshui-command-dispatcher");
    }

    @Test
    void whoTakesTheAppealAfterwardsCannotTakeItsSupervision() {
        var appeal = anAppeal().submitted();
        time.pass("PT24H");
        assertThat(offered(appeal, SUPERVISE_OVERDUE)).contains("ganshui-erju-branch-secretary");
        var supervision = appeal.tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(SUPERVISE_OVERDUE))
                .filter(task -> groups(task.getId()).contains("ganshui-erju-branch-secretary"))
                .findFirst()
                .orElseThrow();
        var respond = appeal.task(RESPOND).getId();
        var secretary = appeal.desk("secretary-erju");
        assertThat(secretary.post("/api/tasks/" + respond + "/claim", "{}").status())
                .isEqualTo(200);
        var refused = secretary.post("/api/tasks/" + supervision.getId() + "/claim", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.raw().body()).contains("督办和审批由他人负责");
        assertThat(secretary
                        .post(
                                "/api/tasks/" + supervision.getId() + "/complete",
                                "{\"measure\":\"urge\",\"instruction\":\"我已知晓\"}")
                        .status())
                .isEqualTo(409);
    }

    /** Case subject-is-leader of cases.yml. */
    @Test
    void whereTheOnlyLeaderIsTheSubjectSomebodyStandsInAndHeSeesNothing() {
        var appeal = anAppeal()
                .from("matou")
                .at("matou-qianjin-1-01")
                .thatIs("beyondStreet")
                .submitted()
                .respondedBy("grid-01");
        assertWaiting(appeal, HANDLE_UNDER_SUPERVISION);
        assertThat(offered(appeal, HANDLE_UNDER_SUPERVISION)).containsExactly("matou-township-leader");
        appeal.claimedBy("leader");
        named(appeal, "matou-supervisor", "matou-leader");

        var task = appeal.task(HANDLE_UNDER_SUPERVISION);
        assertThat(task.getAssignee()).isNull();
        assertThat(offered(appeal, HANDLE_UNDER_SUPERVISION)).containsExactly("matou-general-office-supervisor");
        assertThat(appeal.appeal("handling_post")).isEqualTo("supervisor");
        var leader = appeal.desk("leader");
        assertThat(leader.get("/api/appeals/" + appeal.number()).status()).isEqualTo(404);
        assertThat(leader.get("/api/tasks").raw().body()).doesNotContain(appeal.number());
        assertThat(leader.post("/api/tasks/" + task.getId() + "/claim", "{}").status())
                .isEqualTo(404);
        // The supervisor has it now, so somebody else supervises, and still not the leader.
        time.pass("P120D");
        assertThat(offered(appeal, SUPERVISE_OVERDUE))
                .isNotEmpty()
                .doesNotContain("matou-township-leader", "matou-general-office-supervisor");
        appeal.handledBy("supervisor");
    }

    @Test
    void whoWasNamedBeforeGetsNoTaskLater() {
        var appeal = anAppeal()
                .from("matou")
                .at("matou-qianjin-1-01")
                .thatIs("beyondStreet")
                .submitted();
        named(appeal, "matou-supervisor", "matou-leader");
        named(appeal, "matou-supervisor", "matou-grid-01");
        assertThat(offered(appeal, RESPOND))
                .isNotEmpty()
                .doesNotContain("matou-qianjin-1-01-grid-worker")
                .contains("matou-qianjin-branch-secretary");
        appeal.respondedBy("secretary-qianjin");
        assertThat(offered(appeal, HANDLE_UNDER_SUPERVISION)).containsExactly("matou-general-office-supervisor");
    }

    @Test
    void whereEverybodyWouldHaveToStepAsideTheTaskStaysAndAnAlarmIsRaised() {
        var appeal = anAppeal().from("matou").at("matou-qianjin-1-01").submitted();
        everybodyOf("matou", appeal);
        time.pass("P1D");
        time.pass("P30D");
        assertThat(offered(appeal, SUPERVISE_OVERDUE)).isNotEmpty();
        assertThat(jdbc.sql("select kind from sla_alarm where appeal = ?")
                        .param(appeal.number())
                        .query(String.class)
                        .list())
                .containsExactly("NOBODY_LEFT");
    }

    @Test
    void anOverdueTaskOffersReassigningToAnyDepartmentBeforeTheFirstResponse() {
        var appeal = anAppeal().submitted().claimedBy("grid-01");
        time.pass("PT24H");
        var clocks = appeal.clocks();
        assertThat(appeal.triesToReassign("secretary-erju", "shibu-rule-of-law-justice")
                        .status())
                .isEqualTo(400);
        appeal.reassignedBy("secretary-erju", "ganshui-rule-of-law-justice");
        assertThat(offered(appeal, RESPOND)).containsExactly("ganshui-rule-of-law-justice");
        assertThat(appeal.task(RESPOND).getAssignee()).isNull();
        assertThat(appeal.desk("grid-01").hasTask("respondAppeal", appeal.number()))
                .isFalse();
        assertThat(appeal.clocks()).isEqualTo(clocks).contains("RESPOND 0 BREACHED");
        assertThat(appeal.tracked()).contains("改派至平安法治办公室司法调解岗响应并办理").doesNotContain("换单位办理");
        // An attempt in vain leaves it where it is.
        appeal.residentMissedBy("safety");
        assertThat(offered(appeal, RESPOND)).containsExactly("ganshui-rule-of-law-justice");
        appeal.respondedBy("safety");
        assertThat(offered(appeal, HANDLE_DIRECTLY)).containsExactly("ganshui-rule-of-law-justice");
    }

    @Test
    void whoIsTheSubjectGetsItByNobodysHand() {
        var appeal = anAppeal().submitted();
        name(appeal, "ganshui-safety");
        time.pass("PT24H");
        appeal.reassignedBy("secretary-erju", "ganshui-rule-of-law-justice");
        assertThat(offered(appeal, RESPOND)).isNotEmpty().doesNotContain("ganshui-rule-of-law-justice");
        var somewhere = anAppeal().somewhere().submitted();
        name(somewhere, "ganshui-safety");
        somewhere.assignedBy("dispatcher", "ganshui-rule-of-law-justice");
        assertThat(offered(somewhere, RESPOND)).isNotEmpty().doesNotContain("ganshui-rule-of-law-justice");
    }

    @Test
    void aNeighbouringGridMayRespondAndTheBranchOfThePlaceHandles() {
        var appeal = anAppeal().submitted();
        time.pass("PT24H");
        var neighbour = jdbc.sql(
                        "select id_ from act_id_group where id_ like 'ganshui-%-grid-worker' and id_ not like 'ganshui-erju%' limit 1")
                .query(String.class)
                .single();
        appeal.reassignedBy("secretary-erju", neighbour);
        assertThat(offered(appeal, RESPOND)).containsExactly(neighbour);
        assertThat(appeal.appeal("unit")).isEqualTo("ganshui-erju-01");
        assertThat(appeal.appeal("handling_post")).isEqualTo("branch-secretary");
    }

    private void everybodyOf(String locality, AppealCase appeal) {
        engine.getIdentityService().createUserQuery().list().stream()
                .map(user -> user.getId())
                .filter(user -> user.startsWith(locality + "-"))
                .forEach(user -> name(appeal, user));
    }

    /** Past the page, which lets nobody name himself. */
    private void name(AppealCase appeal, String user) {
        jdbc.sql(
                        "insert into appeal_subject (appeal, person, named_by, named_at) values (?, ?, 'test', now()) on conflict do nothing")
                .params(appeal.number(), user)
                .update();
    }

    private void named(AppealCase appeal, String by, String subject) {
        assertThat(Session.of(api, by)
                        .submit("/desk/appeals/" + appeal.number() + "/subject", "subject=" + subject)
                        .statusCode())
                .isEqualTo(303);
    }

    private List<String> offered(AppealCase appeal, String key) {
        return appeal.tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .flatMap(task -> groups(task.getId()).stream())
                .distinct()
                .toList();
    }

    private List<String> groups(String task) {
        return engine.getTaskService().getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }

    private List<String> rungs(AppealCase appeal, String clock) {
        return jdbc.sql("""
                select step || ' ' || detail from sla_ledger
                where appeal = ? and clock = ? and kind = 'ESCALATED' order by id""").params(appeal.number(), clock).query(String.class).list();
    }
}
