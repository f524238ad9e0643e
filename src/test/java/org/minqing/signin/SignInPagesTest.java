package org.minqing.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.process.staff.Accounts;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads the records of sign-ins, and what he reads. */
@MinqingTest
class SignInPagesTest extends Talk {

    private static final String PASSWORD = "a-long-enough-phrase-42";

    @Autowired
    Accounts accounts;

    private String here;
    private String elsewhere;

    @BeforeEach
    void somebodySignsInAndSomebodyFails() {
        here = "recorded-" + UUID.randomUUID();
        elsewhere = "recorded-" + UUID.randomUUID();
        accounts.user(here, "临时人员", PASSWORD, List.of("ganshui-erju-01-grid-worker"));
        accounts.user(elsewhere, "临时人员", PASSWORD, List.of("shibu-chengxi-1-01-grid-worker"));
        api.as(here, "wrong").get("/api/tasks");
        Session.of(api, here, PASSWORD);
        Session.of(api, elsewhere, PASSWORD);
        api.as("nobody-" + UUID.randomUUID(), "wrong").get("/api/tasks");
    }

    @Test
    void anAuditorReadsThoseOfHisLocalityTheNewestFirst() {
        var html = page("ganshui-auditor", "/desk/sign-ins");
        assertThat(html)
                .contains(here, "赶水镇", "127.0.0.1", "2026-04-07 10:00:00")
                .doesNotContain(elsewhere, "没有这个用户<");
        var own = page("ganshui-auditor", "/desk/sign-ins?person=" + here);
        var rows = own.substring(own.indexOf("<tbody>"));
        assertThat(own).contains("共 2 条");
        assertThat(rows.indexOf("登录成功")).isPositive().isLessThan(rows.indexOf("用户名或密码不对"));
        assertThat(page("ganshui-auditor", "/desk/sign-ins?person=" + elsewhere))
                .contains("没有符合条件的登录记录");
    }

    @Test
    void theAdministratorReadsAllAndThoseOfNobodyWithoutWhatWasTyped() {
        assertThat(page("admin", "/desk/sign-ins"))
                .contains(here, elsewhere, "没有这个用户", "赶水镇")
                .doesNotContain("nobody-");
    }

    @Test
    void aSearchNarrowsByOutcomeAndKeepsWhatWasAsked() {
        var html = page("ganshui-auditor", "/desk/sign-ins?outcome=REFUSED&person=" + here);
        assertThat(html).contains("共 1 条", "value=\"REFUSED\" selected", "value=\"" + here + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome=LOST", "person=a%20b", "page=0", "since=yesterday"})
    void whatCannotBeReadIsRefused(String query) {
        var answer = get("ganshui-auditor", "/desk/sign-ins?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void theDeskLeadsAuditorsAndTheAdministratorThere() {
        assertThat(page("ganshui-auditor", "/desk")).contains("href=\"/desk/sign-ins\"");
        assertThat(page("admin", "/desk")).contains("href=\"/desk/sign-ins\"");
        assertThat(page("ganshui-grid-01", "/desk")).doesNotContain("/desk/sign-ins");
    }

    private String page(String user, String path) {
        var answer = get(user, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private java.net.http.HttpResponse<String> get(String user, String path) {
        var session = Session.of(api, user);
        return session.send(session.request(path).header("Accept", "text/html").GET());
    }
}
