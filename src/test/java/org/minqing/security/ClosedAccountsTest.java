package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.process.staff.Accounts;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Talk;
import org.minqing.support.TestTicker;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Closed means closed: who is deleted, gets another password or loses a post is no more than that within half a minute, in
 * open sessions, for programs and inside the engine.
 */
@MinqingTest
class ClosedAccountsTest extends Talk {

    private static final String PASSWORD = "a-long-enough-phrase-42";
    private static final String ENGINE_TASKS = "/camunda/api/engine/engine/default/task?maxResults=5";
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Autowired
    IdentityService identity;

    @Autowired
    Accounts accounts;

    @Autowired
    TestTicker ticker;

    private String user;
    private Session session;
    private Api program;

    @BeforeEach
    void somebodyWorks() {
        user = "closed-" + UUID.randomUUID();
        accounts.user(user, "临时人员", PASSWORD, List.of("ganshui-township-leader"));
        session = Session.of(api, user, PASSWORD);
        program = api.as(user, PASSWORD);
        reaches(200, "/desk/tasks", "/desk/supervision", "/api/tasks", ENGINE_TASKS, "/camunda/app/cockpit/default/");
        assertThat(session.get("/camunda/api/admin/auth/user/default").body()).contains(user, "cockpit");
        assertThat(program.get("/api/tasks").status()).isEqualTo(200);
        assertThat(program.get("/api/supervision/summary").status()).isEqualTo(200);
    }

    @Test
    void whoIsDeletedIsOutEverywhere() {
        identity.deleteUser(user);
        ticker.pass(HALF_A_MINUTE);
        assertThat(program.get("/api/tasks").status()).isEqualTo(401);
        reaches(401, ENGINE_TASKS, "/desk/tasks", "/api/tasks");
    }

    @Test
    void whoGetsAnotherPasswordSignsInAgain() {
        accounts.password(user, "another-long-phrase-43");
        ticker.pass(HALF_A_MINUTE);
        assertThat(leadsTo("/desk/tasks")).isEqualTo("/sign-in?ended=changed");
        assertThat(program.get("/api/tasks").status()).isEqualTo(401);
        reaches(401, ENGINE_TASKS, "/api/tasks");
        assertThat(api.as(user, "another-long-phrase-43").get("/api/tasks").status())
                .isEqualTo(200);
    }

    @Test
    void whoLosesAPostHasLostItAndKeepsTheOther() {
        identity.createMembership(user, "ganshui-erju-01-grid-worker");
        identity.deleteMembership(user, "ganshui-township-leader");
        ticker.pass(HALF_A_MINUTE);
        reaches(404, "/desk/supervision", "/camunda/app/cockpit/default/");
        assertThat(session.get("/camunda/api/admin/auth/user/default").body()).doesNotContain("cockpit");
        reaches(200, "/desk/tasks", ENGINE_TASKS);
        assertThat(program.get("/api/supervision/summary").status()).isEqualTo(404);
        assertThat(program.get("/api/tasks").status()).isEqualTo(200);
    }

    /** Inside the engine too: it lists what the groups of now may see. */
    @Test
    void whoGetsAPostSeesItsTasksInTasklistWithoutSigningInAgain() {
        var number = number();
        var tasks = "/camunda/api/engine/engine/default/task?maxResults=5&processInstanceBusinessKey=" + number;
        assertThat(session.get(tasks).body()).isEqualTo("[]");
        identity.deleteMembership(user, "ganshui-township-leader");
        identity.createMembership(user, "shibu-chengxi-1-01-grid-worker");
        ticker.pass(HALF_A_MINUTE);
        assertThat(session.get(tasks).body()).contains("respondAppeal");
        assertThat(api.as(user, PASSWORD).hasTask("respondAppeal", number)).isTrue();
    }

    /** Without the ticker: a password is right or wrong now, whatever was right a moment ago. */
    @Test
    void aDeletedPersonDoesNotSignInAgain() {
        identity.deleteUser(user);
        assertThat(signsIn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"43199, true", "43201, false"})
    void aSessionEndsTwelveHoursAfterItBeganWhateverItsOwnerDoes(int seconds, boolean open) {
        var since = System.currentTimeMillis() - Duration.ofSeconds(seconds).toMillis() + (open ? 5000 : 0);
        var changed = jdbc.sql("""
                        update staff_session_attributes set attribute_bytes = convert_to(?, 'UTF8')
                        where attribute_name = 'since' and session_primary_id in
                          (select primary_id from staff_session where principal_name = ?)""").params(String.valueOf(since), user).update();
        assertThat(changed).isOne();
        assertThat(leadsTo("/desk/tasks")).isEqualTo(open ? "" : "/sign-in?ended=old");
    }

    @ParameterizedTest
    @CsvSource({"1790, true", "1870, false"})
    void aSessionEndsHalfAnHourAfterTheLastRequest(int seconds, boolean open) {
        var then = System.currentTimeMillis() - Duration.ofSeconds(seconds).toMillis();
        jdbc.sql("""
                        update staff_session set last_access_time = :then,
                          expiry_time = :then + 1000 * max_inactive_interval where principal_name = :user""").param("then", then).param("user", user).update();
        assertThat(leadsTo("/desk/tasks")).isEqualTo(open ? "" : "/sign-in?ended=away");
    }

    /** A page of Tasklist sends dozens of requests, and the disk of the database would have to follow each. */
    @Test
    void aSessionIsWrittenOnceAMinuteAndNotWithEveryRequest() {
        var before = lastWritten();
        reaches(200, "/desk", "/desk/tasks", "/api/tasks", ENGINE_TASKS, "/camunda/app/tasklist/default/");
        assertThat(lastWritten()).isEqualTo(before);
        jdbc.sql("update staff_session set last_access_time = last_access_time - 60000 where principal_name = ?")
                .param(user)
                .update();
        reaches(200, "/desk");
        assertThat(lastWritten()).isGreaterThanOrEqualTo(before);
    }

    private long lastWritten() {
        return stored.count("select last_access_time from staff_session where principal_name = ?", user);
    }

    @Test
    void aSessionHoldsThreeShortTextsAndNothingElse() {
        var held = jdbc.sql("""
                        select a.attribute_name || '=' || convert_from(a.attribute_bytes, 'UTF8')
                        from staff_session_attributes a join staff_session s on s.primary_id = a.session_primary_id
                        where s.principal_name = ?""").param(user).query(String.class).list();
        assertThat(held)
                .hasSize(3)
                .anyMatch(text -> text.endsWith("=" + user))
                .anyMatch(text -> text.matches("since=\\d{13}"))
                .anyMatch(text -> text.matches("stamp=[0-9a-f]{64}"));
    }

    @Test
    void signingOutLeavesNothing() {
        assertThat(session.submit("/sign-out", "").statusCode()).isEqualTo(302);
        assertThat(stored.count("select count(*) from staff_session where principal_name = ?", user))
                .isZero();
    }

    private boolean signsIn() {
        try {
            Session.of(api, user, PASSWORD);
            return true;
        } catch (AssertionError refused) {
            return false;
        }
    }

    private void reaches(int status, String... paths) {
        for (var path : paths) {
            assertThat(session.get(path).statusCode()).as(path).isEqualTo(status);
        }
    }

    /** Empty if the page itself is answered. */
    private String leadsTo(String path) {
        return session.send(session.request(path).header("Accept", "text/html").GET())
                .headers()
                .firstValue("Location")
                .orElse("");
    }
}
