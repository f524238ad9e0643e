package org.minqing.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.minqing.problem.Refusal;
import org.minqing.process.staff.EngineStaffDirectory;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.support.AppealCase;
import org.minqing.support.MinqingTest;
import org.minqing.support.Owner;
import org.minqing.support.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody leaves: his work goes back to his posts, he does not come in any more, and his name stays. */
@MinqingTest
class ClosingTest extends PeopleTalk {

    @Autowired
    Colleagues colleagues;

    @Autowired
    EngineStaffDirectory directory;

    @Autowired
    Closing closing;

    @Autowired
    DataSource application;

    @Test
    void whatIsInHisHandIsShownAndGoesBackWhenHisAccountIsClosed() {
        opened(who, "赵网格", GRID, "ganshui-erju-branch-secretary");
        var appeals = List.of(
                anAppeal().submitted(),
                anAppeal().submitted(),
                anAppeal().submitted().respondedBy("grid-01"));
        appeals.forEach(this::taken);
        var shown = page(at(who) + "/close");
        assertThat(shown.body())
                .contains("在手的 3 件任务将退回岗位", "首次响应", ">2<", "支部直办", ">1<", "二居社区支部书记")
                .doesNotContain("楼道口堆了杂物", appeals.get(0).number());
        var answer = send(at(who) + "/close", "why", "退休", "seen", seen(shown));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(appeals)
                .allSatisfy(appeal ->
                        assertThat(appeal.tasks().get(0).getAssignee()).isNull());
        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupMember(who)
                        .count())
                .isZero();
        assertThat(colleagues.of("ganshui"))
                .extracting(Colleagues.Colleague::userId)
                .doesNotContain(who);
        appeals.get(0).respondedBy("grid-01");
        appeals.get(2).handledBy("secretary-erju");
        assertThat(page(at(who)).body())
                .contains("赵网格", "已停用", "退休", "在手任务 3 件退回岗位", "收回：")
                .doesNotContain("在手的任务</h2>");
    }

    /** The administrator sees that there is a task, and nothing of its appeal. */
    @Test
    void whatIsConfidentialGoesBackTooBeforeAnybodyIsNamed() {
        opened(who, "赵信访", "ganshui-rule-of-law-petition-office");
        var appeal = anAppeal().about("petition").submitted();
        taken(appeal);
        assertThat(page(at(who) + "/close").body()).contains("登记被反映人").doesNotContain(appeal.number());
        assertThat(closed(who).statusCode()).isEqualTo(303);
        assertThat(appeal.tasks().get(0).getAssignee()).isNull();
        appeal.aboutNobodyBy("safety");
    }

    @Test
    void whoseAccountIsClosedDoesNotComeIn() {
        opened(who, "赵网格", GRID);
        assertThat(directory.member(who)).isPresent();
        closed(who);
        assertThat(directory.member(who)).isEmpty();
        assertThat(signIn(who, PASSWORD)).isEqualTo(401);
        assertThatThrownBy(() -> Session.of(api, who, PASSWORD)).hasMessageContaining("Could not sign in");
    }

    @Test
    void allOfItHappensOrNothing() {
        opened(who, "赵网格", GRID);
        taken(anAppeal().submitted());
        var before = everything();
        var owner = JdbcClient.create(Owner.of(application));
        owner.sql("create function fail_here() returns trigger language plpgsql as 'begin raise exception $$no$$; end'")
                .update();
        owner.sql("create trigger fail_here before insert on person_act for each row execute function fail_here()")
                .update();
        try {
            assertThat(closed(who).statusCode()).isEqualTo(500);
        } finally {
            owner.sql("drop function fail_here() cascade").update();
        }
        assertThat(everything()).isEqualTo(before);
        assertThat(closed(who).statusCode()).isEqualTo(303);
    }

    @Test
    void oneAdministratorAtATimeChangesAccounts() throws SQLException {
        opened(who, "赵网格", GRID);
        var before = everything();
        try (var other = application.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_advisory_xact_lock(28020, 14)");
            for (var refused : List.of(
                    closed(who),
                    send(at(who), "name", "赵某", "post", GRID),
                    send(at(who) + "/password"),
                    send(at(who) + "/unlock"))) {
                assertThat(refused.statusCode()).isEqualTo(409);
                assertThat(refused.body()).contains("另一位管理员正在修改人员");
            }
            other.rollback();
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoLeftIsStillNamedWhereHeActed() {
        opened(who, "赵网格", GRID);
        var appeal = anAppeal().submitted();
        taken(appeal);
        closed(who);
        var course = page(Session.of(api, "ganshui-supervisor"), "/desk/appeals/" + appeal.number() + "/process");
        assertThat(course.statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from sla_ledger where appeal = ? and actor = ?")
                        .params(appeal.number(), who)
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(page("/admin/people?q=赵网格&state=CLOSED").body()).contains("查到 1 人", "二居社区第一网格网格员");
        assertThat(page("/admin/people?q=赵网格&state=OPEN").body()).contains("查到 0 人");
    }

    @Test
    void aPostThatNobodyHoldsAfterwardsIsNamedBefore() {
        assertThat(page(at("ganshui-auditor") + "/close").body()).contains("没有人担任这些岗位", "纪检监察办公室审计员");
        opened(who, "赵审计", AUDITOR);
        assertThat(page(at("ganshui-auditor") + "/close").body()).doesNotContain("没有人担任这些岗位");
    }

    @Test
    void whatWasTakenAfterTheLookStopsTheClosing() {
        opened(who, "赵网格", GRID);
        var seen = seen(page(at(who) + "/close"));
        taken(anAppeal().submitted());
        var before = everything();
        var answer = send(at(who) + "/close", "why", "退休", "seen", seen);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("情况刚刚有变", "在手的 1 件任务", "退休");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void withoutAReasonNothingIsClosed() {
        opened(who, "赵网格", GRID);
        var before = everything();
        var seen = seen(page(at(who) + "/close"));
        for (var why : List.of("", "  ", "长".repeat(201), "\u202e")) {
            assertThat(send(at(who) + "/close", "why", why, "seen", seen).statusCode())
                    .isEqualTo(400);
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void nobodyClosesHimselfAndTheLastAdministratorStays() {
        assertThat(page(at("admin") + "/close").statusCode()).isEqualTo(409);
        var self = send(at("admin") + "/close", "why", "退休", "seen", "x");
        assertThat(self.statusCode()).isEqualTo(409);
        assertThat(self.body()).contains("不能停用自己的账号");
        var other = new StaffMember("test-admin", "", List.of(), null, Set.of(), true);
        assertThatThrownBy(() -> closing.close(
                        other, "admin", "退休", closing.before("admin").digest()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("最后一个管理员");
        assertThat(directory.member("admin")).isPresent();
    }

    @Test
    void anAdministratorWhoLeftComesBackAsOne() {
        send(
                "/admin/people/new",
                "locality",
                "administrator",
                "user",
                "test-admin",
                "name",
                "副管理员",
                "password",
                PASSWORD);
        assertThat(closed("test-admin").statusCode()).isEqualTo(303);
        assertThat(directory.member("test-admin")).isEmpty();
        assertThat(page(at("test-admin")).body()).contains("系统管理员", "恢复，并恢复原岗位");
        send(at("test-admin") + "/reopen", "posts", "true");
        assertThat(directory.member("test-admin"))
                .hasValueSatisfying(m -> assertThat(m.administrator()).isTrue());
    }

    @Test
    void whatIsClosedIsNotClosedAgainMovedOrGivenAPassword() {
        opened(who, "赵网格", GRID);
        closed(who);
        var before = everything();
        assertThat(page(at(who) + "/close").statusCode()).isEqualTo(409);
        assertThat(send(at(who) + "/close", "why", "退休", "seen", "x").statusCode())
                .isEqualTo(409);
        assertThat(send(at(who), "name", "赵网格", "post", GRID).statusCode()).isEqualTo(409);
        assertThat(send(at(who) + "/password").statusCode()).isEqualTo(409);
        assertThat(send(at(who) + "/unlock").statusCode()).isEqualTo(409);
        assertThat(send(at("nobody") + "/close", "why", "退休").statusCode()).isEqualTo(404);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoComesBackGetsHisPostsBackIfThatIsAsked() {
        opened(who, "赵网格", GRID, GRID_2);
        closed(who);
        assertThat(page(at(who)).body()).contains("停用时的岗位：", "二居社区第二网格网格员");
        assertThat(send(at(who) + "/reopen", "posts", "true").statusCode()).isEqualTo(303);
        assertThat(signIn(who, PASSWORD)).isEqualTo(200);
        assertThat(send(at(who) + "/reopen", "posts", "true").statusCode()).isEqualTo(409);
        closed(who);
        assertThat(send(at(who) + "/reopen", "posts", "false").statusCode()).isEqualTo(303);
        assertThat(page(at(who)).body()).contains("未任岗位");
        assertThat(page("/admin/people?q=" + who).body()).contains("未任岗位");
    }

    @Test
    void aTaskThatWasTakenInTheMomentOfClosingIsGivenBackLater() {
        opened(who, "赵网格", GRID);
        closed(who);
        var appeal = anAppeal().submitted();
        engine.getTaskService().setAssignee(appeal.tasks().get(0).getId(), who);
        assertThat(page(at(who)).body()).contains("停用的那一刻认领的任务");
        assertThat(send(at(who) + "/release").statusCode()).isEqualTo(303);
        assertThat(appeal.tasks().get(0).getAssignee()).isNull();
        opened("test-2", "钱网格", GRID);
        assertThat(send(at("test-2") + "/release").statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasDoneIsReadByAdministratorsAndByTheAuditorsOfThatLocality() {
        opened(who, "赵网格", GRID);
        closed(who);
        assertThat(page("/admin/people/acts?person=" + who).body()).contains("查到 2 条", "新建账号", "停用", "原因：调离");
        assertThat(page("/admin/people/acts?locality=matou&person=" + who).body())
                .contains("查到 0 条");
        assertThat(page(Session.of(api, "ganshui-auditor"), "/desk/people?person=" + who)
                        .body())
                .contains("查到 2 条", "原因：调离");
        assertThat(page(Session.of(api, "matou-auditor"), "/desk/people?person=" + who)
                        .body())
                .contains("查到 0 条");
        assertThat(page(Session.of(api, "ganshui-supervisor"), "/desk/people").statusCode())
                .isEqualTo(404);
        for (var wrong : List.of("locality=nowhere", "person=%00", "person=%E8%B5%B5", "page=0", "x=1")) {
            assertThat(page("/admin/people/acts?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private void taken(AppealCase appeal) {
        var task = appeal.tasks().get(0).getId();
        assertThat(api.as(who, PASSWORD)
                        .post("/api/tasks/" + task + "/claim", "{}")
                        .status())
                .isEqualTo(200);
    }
}
