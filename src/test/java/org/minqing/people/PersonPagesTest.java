package org.minqing.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.EntityTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;

/** One account at a time: opened, changed, given a new password. */
@MinqingTest
class PersonPagesTest extends PeopleTalk {

    @Test
    void aNewPersonSignsInWithThePasswordThatIsShownOnce() {
        var answer = send("/admin/people/new", "locality", "ganshui", "user", who, "name", "赵网格", "post", GRID);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
        var password = drawn(answer);
        assertThat(signIn(who, password)).isEqualTo(200);
        assertThat(page(at(who)).body())
                .contains("赵网格", "二居社区第一网格网格员", "新建账号", "新任：二居社区第一网格网格员")
                .doesNotContain(password);
        assertThat(acts(who)).isEqualTo(1);
        assertThat(engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .entityType(EntityTypes.GROUP_MEMBERSHIP)
                        .userId("admin")
                        .list())
                .as("the engine's own log tells who did it, too")
                .anyMatch(entry -> who.equals(entry.getNewValue()));
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId(who)
                        .singleResult()
                        .getLastName())
                .isEqualTo("赵网格");
    }

    @Test
    void aPasswordThatIsTypedCountsAndIsNotShownAgain() {
        var answer = send(
                "/admin/people/new",
                "locality",
                "ganshui",
                "user",
                who,
                "name",
                "赵网格",
                "post",
                GRID,
                "password",
                PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("已设为您填写的密码").doesNotContain(PASSWORD);
        assertThat(signIn(who, PASSWORD)).isEqualTo(200);
    }

    @Test
    void anIdThatIsFreeIsSuggestedAndTheRuleForPasswordsStandsThere() {
        assertThat(page("/admin/people/new").body()).contains("赶水镇", "locality=matou", "系统管理员");
        assertThat(page("/admin/people/new?locality=ganshui").body())
                .contains("value=\"ganshui-001\"", "至少 12 位", "<optgroup label=\"二居社区第一网格\">");
        opened("GANSHUI-001", "占号", GRID);
        assertThat(page("/admin/people/new?locality=ganshui").body()).contains("value=\"ganshui-002\"");
        assertThat(page("/admin/people/new?locality=nowhere").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a            | 赵   | ganshui-erju-01-grid-worker | ""               | 用户名应是
            -abc         | 赵   | ganshui-erju-01-grid-worker | ""               | 用户名应是
            a b          | 赵   | ganshui-erju-01-grid-worker | ""               | 用户名应是
            ../admin     | 赵   | ganshui-erju-01-grid-worker | ""               | 用户名应是
            王网格       | 赵   | ganshui-erju-01-grid-worker | ""               | 用户名应是
            admin        | 赵   | ganshui-erju-01-grid-worker | ""               | 已经有人用了
            GANSHUI-Grid-01 | 赵 | ganshui-erju-01-grid-worker | ""              | 已经有人用了
            test-x       | ""   | ganshui-erju-01-grid-worker | ""               | 请填姓名
            test-x       | 赵\u202e钱 | ganshui-erju-01-grid-worker | ""         | 颠倒文字顺序
            test-x       | 赵   | ""                          | ""               | 至少选一个岗位
            test-x       | 赵   | camunda-admin               | ""               | 没有这个岗位
            test-x       | 赵   | ganshui-mayor               | ""               | 没有这个岗位
            test-x       | 赵   | ganshui-erju-01-grid-worker,matou-command-dispatcher | "" | 同一个镇街
            test-x       | 赵   | ganshui-erju-01-grid-worker | short            | 密码至少
            test-x       | 赵   | ganshui-erju-01-grid-worker | my-test-x-secret | 密码至少
            """)
    void anAccountThatBreaksARuleIsRefusedAndNothingIsKept(
            String user, String name, String posts, String password, String said) {
        var before = everything();
        var fields = new java.util.ArrayList<>(
                List.of("locality", "ganshui", "user", user, "name", name, "password", password));
        for (var post : posts.split(",")) {
            fields.addAll(List.of("post", post));
        }
        var answer = send("/admin/people/new", fields.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(said).doesNotContain(password.isEmpty() ? "\u0000" : password);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aSecondPostIsChosenWithoutScriptAndNothingIsKeptMeanwhile() {
        var before = everything();
        var answer = send(
                "/admin/people/new", "locality", "ganshui", "user", who, "name", "赵", "post", GRID, "more", "true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("type=\"checkbox\" name=\"post\" value=\"" + GRID + "\"", "再加一个岗位");
        assertThat(everything()).isEqualTo(before);
        opened(who, "赵", GRID, GRID_2);
        assertThat(page(at(who)).body()).contains("二居社区第一网格网格员、二居社区第二网格网格员");
    }

    @Test
    void anAdministratorHoldsNoPostAndReachesThesePages() {
        var answer = send(
                "/admin/people/new",
                "locality",
                "administrator",
                "user",
                "test-admin",
                "name",
                "副管理员",
                "post",
                GRID,
                "password",
                PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        var other = Session.of(api, "test-admin", PASSWORD);
        assertThat(page(other, "/admin/people").statusCode()).isEqualTo(200);
        assertThat(page(other, "/desk/tasks").statusCode()).isEqualTo(404);
        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupMember("test-admin")
                        .list())
                .hasSize(1);
    }

    @Test
    void whoMovesToAPostThatReachesHisTasksKeepsThem() {
        opened(who, "赵网格", GRID);
        var task = taken(who);
        var answer = send(at(who), "locality", "ganshui", "name", "赵网格长", "post", GRID, "post", GRID_2);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(assignee(task)).isEqualTo(who);
        assertThat(page(at(who)).body()).contains("赵网格长", "姓名由 赵网格 改为 赵网格长", "新任：二居社区第二网格网格员");
    }

    @Test
    void whoMovesAwayIsShownWhichTasksGoBackAndOnlyThenTheyDo() {
        opened(who, "赵网格", GRID);
        var task = taken(who);
        var fields = new String[] {"locality", "ganshui", "name", "赵网格", "post", "ganshui-erju-party-member"};
        var shown = send(at(who), fields);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("这些在手的任务将退回岗位", "首次响应", "二居社区第一网格网格员").doesNotContain("楼道口堆了杂物", "GS-2026");
        assertThat(assignee(task)).isEqualTo(who);
        var stale = send(at(who), with(fields, "seen", "0".repeat(64)));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("情况刚刚有变");
        assertThat(assignee(task)).isEqualTo(who);
        assertThat(send(at(who), with(fields, "seen", seen(shown))).statusCode())
                .isEqualTo(303);
        assertThat(assignee(task)).isNull();
        assertThat(page(at(who)).body()).contains("在手任务 1 件退回岗位", "卸任：二居社区第一网格网格员");
        assertThat(api.as("ganshui-grid-01")
                        .post("/api/tasks/" + task + "/claim", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoMovesToAnotherLocalityIsMemberOfThatAlone() {
        opened(who, "赵网格", GRID);
        assertThat(page(at(who) + "?locality=matou").body())
                .contains("name=\"locality\" value=\"matou\"", IN_MATOU)
                .doesNotContain("value=\"" + GRID + "\"");
        assertThat(send(at(who), "locality", "matou", "name", "赵网格", "post", IN_MATOU)
                        .statusCode())
                .isEqualTo(303);
        assertThat(api.as(who, PASSWORD).get("/api/tasks").status()).isEqualTo(200);
        assertThat(page("/admin/people?q=" + who + "&locality=matou").body()).contains("查到 1 人");
        for (var auditor : List.of("ganshui-auditor", "matou-auditor")) {
            assertThat(page(Session.of(api, auditor), "/desk/people?person=" + who)
                            .body())
                    .as(auditor)
                    .contains("赵网格");
        }
    }

    @Test
    void aMoveThatBreaksARuleIsRefusedAndNothingIsKept() {
        opened(who, "赵网格", GRID);
        var before = everything();
        for (var fields : List.of(
                new String[] {"name", "赵网格"},
                new String[] {"name", "", "post", GRID},
                new String[] {"name", "赵网格", "post", GRID, "post", IN_MATOU},
                new String[] {"name", "赵网格", "post", "camunda-admin"})) {
            assertThat(send(at(who), fields).statusCode()).isEqualTo(400);
        }
        assertThat(everything()).isEqualTo(before);
        assertThat(page(at("nobody")).statusCode()).isEqualTo(404);
        assertThat(send(at("nobody"), "name", "赵", "post", GRID).statusCode()).isEqualTo(404);
    }

    @Test
    void anAdministratorIsRenamedAndNothingElse() {
        var name = "系统管理员";
        assertThat(send(at("admin"), "name", "大管家", "post", GRID).statusCode()).isEqualTo(303);
        assertThat(page(at("admin")).body()).contains("<h1>大管家</h1>").doesNotContain("新任");
        assertThat(send(at("admin"), "name", name).statusCode()).isEqualTo(303);
    }

    @Test
    void aNewPasswordReplacesTheOldOne() {
        opened(who, "赵网格", GRID);
        var drawn = drawn(send(at(who) + "/password"));
        assertThat(signIn(who, PASSWORD)).isEqualTo(401);
        time.pass("PT10M");
        assertThat(signIn(who, drawn)).isEqualTo(200);
        assertThat(send(at(who) + "/password", "password", "短").statusCode()).isEqualTo(400);
        var typed = send(at(who) + "/password", "password", "another-for-this");
        assertThat(typed.body()).doesNotContain("another-for-this");
        assertThat(signIn(who, "another-for-this")).isEqualTo(200);
        assertThat(page(at(who)).body()).contains("重设密码").doesNotContain(drawn);
    }

    /** The engine lets somebody wait after a wrong password; an administrator who knows him lets him in at once. */
    @Test
    void whoTypedHisPasswordWrongIsLetInAgain() {
        opened(who, "赵网格", GRID);
        for (int i = 0; i < 6; i++) {
            assertThat(signIn(who, "wrong")).isEqualTo(401);
        }
        // As if many more had been wrong: a wait of seconds might be over before it is looked at.
        jdbc.sql("update sign_in_count set failures = 20 where failures = 6").update();
        assertThat(signIn(who, PASSWORD)).isEqualTo(429);
        var answer = send(at(who) + "/unlock");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page(at(who) + "?unlocked=true").body()).contains("登录限制已解除", "解除登录限制");
        assertThat(signIn(who, PASSWORD)).isEqualTo(200);
    }

    @Test
    void nobodyButAnAdministratorReachesThesePages() {
        for (var user : List.of("ganshui-supervisor", "ganshui-auditor", "ganshui-grid-01")) {
            var session = Session.of(api, user);
            var before = everything();
            for (var path : List.of("/admin/people", "/admin/people/new", at("admin"), at("admin") + "/close")) {
                assertThat(page(session, path).statusCode()).as(user + path).isEqualTo(404);
            }
            for (var path : List.of(
                    "/admin/people/new",
                    at("ganshui-grid-02"),
                    at("ganshui-grid-02") + "/close",
                    at("ganshui-grid-02") + "/password",
                    "/admin/people/import/confirm")) {
                assertThat(session.submit(path, form("name", "赵", "post", GRID, "password", PASSWORD))
                                .statusCode())
                        .as(user + path)
                        .isEqualTo(404);
            }
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        var before = everything();
        for (var path : List.of("/admin/people/new", at("ganshui-grid-02") + "/password")) {
            assertThat(admin.send(admin.request(path)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("name=x")))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(everything()).isEqualTo(before);
    }

    private String taken(String user) {
        var appeal = anAppeal().submitted();
        var task = appeal.tasks().get(0).getId();
        assertThat(api.as(user, PASSWORD)
                        .post("/api/tasks/" + task + "/claim", "{}")
                        .status())
                .isEqualTo(200);
        return task;
    }

    private String assignee(String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
    }

    private static String[] with(String[] fields, String name, String value) {
        var more = java.util.Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return more;
    }
}
