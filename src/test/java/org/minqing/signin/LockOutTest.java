package org.minqing.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.process.staff.Accounts;
import org.minqing.support.From;
import org.minqing.support.MinqingTest;
import org.minqing.support.Session;
import org.minqing.support.Stored;
import org.minqing.support.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/** Guessing gets nobody in and locks nobody out. */
@MinqingTest
class LockOutTest extends Talk {

    private static final String PASSWORD = "a-long-enough-phrase-42";

    /** Where the person works, and where the others sit. */
    private static final String HOME = "127.0.0.10";

    private static final String OUTSIDE = "127.0.0.66";

    @Autowired
    Accounts accounts;

    @Autowired
    SignInUnlock unlock;

    private String user;

    @BeforeEach
    void somebodyWithAnAccount() {
        user = "guessed-" + UUID.randomUUID();
        accounts.user(user, "被猜的人", PASSWORD, List.of("ganshui-township-leader"));
    }

    @Test
    void twelveWrongPasswordsFromOutsideDoNotLockTheAdministratorWhoSignedInFromHome() {
        assertThat(from(HOME, PASSWORD)).isEqualTo(200);
        for (int i = 0; i < 40; i++) {
            from(OUTSIDE, "wrong-" + i);
            from("127.0.1." + i, "wrong-" + i);
        }
        assertThat(from(OUTSIDE, PASSWORD)).isEqualTo(429);
        // A new password of his program: the old one is remembered, this is checked.
        accounts.password(user, "another-long-phrase-43");
        assertThat(from(HOME, "another-long-phrase-43")).isEqualTo(200);
    }

    /** A busy program must not answer guesses that come from where it stands. */
    @Test
    void whatIsRememberedOfAProgramIsOfNoUseToAGuesserBesideIt() {
        assertThat(from(HOME, PASSWORD)).isEqualTo(200);
        for (int i = 0; i < 7; i++) {
            from(HOME, "wrong-" + i);
        }
        assertThat(from(HOME, PASSWORD)).isEqualTo(429);
        assertThat(from(OUTSIDE, PASSWORD)).isEqualTo(200);
    }

    /** Also whoever was never there before waits five minutes at most. */
    @Test
    void nobodyIsLockedOutForGood() {
        for (int i = 0; i < 60; i++) {
            from("127.0.2." + i, "wrong-" + i);
            time.pass("PT5M");
        }
        assertThat(from(HOME, "wrong")).isIn(401, 429);
        time.pass("PT5M");
        assertThat(from(HOME, PASSWORD)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fiveWrongPasswordsAreFreeAndThenTheWaitDoublesUpToFiveMinutes(boolean there) {
        var name = there ? user : "nobody-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            assertThat(attempt(OUTSIDE, name, "wrong").status()).isEqualTo(401);
        }
        assertThat(attempt(OUTSIDE, name, "wrong").status()).isEqualTo(401);
        for (var wait : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            var answer = attempt(OUTSIDE, name, PASSWORD);
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.head().toLowerCase()).contains("\nretry-after: " + wait + "\r");
            time.pass("PT" + wait + "S");
            assertThat(attempt(OUTSIDE, name, "wrong").status()).isEqualTo(401);
        }
    }

    @Test
    void whileWaitingTheRightPasswordIsNotEvenLookedAt() {
        delayed(user);
        assertThat(from(OUTSIDE, PASSWORD)).isEqualTo(429);
        time.pass("PT1S");
        assertThat(from(OUTSIDE, PASSWORD)).isEqualTo(200);
        assertThat(from(OUTSIDE, "wrong")).isEqualTo(401);
    }

    @Test
    void ofManyGuessesAtOnceNoMoreAreLookedAtThanOfAsManyInARow() throws Exception {
        var guesses = Executors.newFixedThreadPool(16);
        try {
            var answers = guesses.invokeAll(IntStream.range(0, 60)
                    .mapToObj(i -> (Callable<Integer>) () -> from(OUTSIDE, "wrong-" + i))
                    .toList());
            var lookedAt = 0;
            for (var answer : answers) {
                lookedAt += answer.get() == 401 ? 1 : 0;
            }
            // Time stands still here.
            assertThat(lookedAt).isEqualTo(6);
        } finally {
            guesses.shutdownNow();
        }
    }

    @Test
    void aProgramHearsHowLongToWaitAndWhyInBothLanguages() {
        delayed(user);
        var answer = api.as(user, PASSWORD).get("/api/tasks");
        // From here nobody guessed.
        assertThat(answer.status()).isEqualTo(200);
        for (int i = 0; i < 6; i++) {
            api.as(user, "wrong").get("/api/tasks");
        }
        var refused = api.as(user, "wrong").get("/api/tasks");
        Stored.problem(refused, 429);
        assertThat(refused.raw().headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.json().path("detail").asText()).isEqualTo("用户名或密码不正确，尝试次数过多。请等 1 秒后再试。");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePageSaysInOneSentenceHowLongToWaitWhoeverItIs(boolean there) {
        var name = there ? user : "nobody-" + UUID.randomUUID();
        var visitor = Session.anonymous(api);
        for (int i = 0; i < 7; i++) {
            signIn(visitor, name);
        }
        assertThat(signIn(visitor, name)).isEqualTo("/sign-in?wait=1");
        assertThat(visitor.get("/sign-in?wait=300").body()).contains("用户名或密码不正确，尝试次数过多。请等 5 分钟后再试。");
        assertThat(visitor.get("/sign-in?wait=%3Cb%3E").body()).doesNotContain("尝试次数", "<b>", "&lt;b");
    }

    @Test
    void theOrdinaryWayBackInIsByHandAndWrittenDown() {
        for (int i = 0; i < 30; i++) {
            from("127.0.3." + i, "wrong");
        }
        assertThat(from(HOME, PASSWORD)).isEqualTo(429);
        unlock.unlock(user);
        assertThat(from(HOME, PASSWORD)).isEqualTo(200);
        assertThat(outcomes(user)).startsWith("refused").endsWith("unlocked", "signedIn");
    }

    @Test
    void everyAttemptThatWasLookedAtIsARecordAndWhatNobodyIsCalledIsNotKept() {
        var typed = "my-secret-password-" + UUID.randomUUID();
        var before = stored.count("select count(*) from sign_in_record");
        delayed(user);
        from(OUTSIDE, PASSWORD);
        attempt(OUTSIDE, typed, "x");
        assertThat(outcomes(user)).containsExactly("refused", "refused", "refused", "refused", "refused", "delayed");
        assertThat(stored.count("select count(*) from sign_in_record") - before).isEqualTo(7);
        assertThat(jdbc.sql(
                                "select person is null and locality is null and network = ? from sign_in_record order by id desc limit 1")
                        .param(OUTSIDE)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(stored.count("""
                        select count(*) from sign_in_record r, sign_in_count c
                        where r::text like ? or c::text like ? or encode(c.who, 'escape') like ?""", "%" + typed + "%", "%" + typed + "%", "%" + typed + "%"))
                .isZero();
    }

    private void delayed(String name) {
        for (int i = 0; i < 6; i++) {
            attempt(OUTSIDE, name, "wrong");
        }
    }

    private List<String> outcomes(String person) {
        return jdbc.sql("select outcome from sign_in_record where person = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    private int from(String address, String password) {
        return attempt(address, user, password).status();
    }

    private From.Answer attempt(String address, String name, String password) {
        return From.address(address, api).tasks(name, password);
    }

    private static String signIn(Session visitor, String name) {
        var token = visitor.get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return visitor.send(visitor.request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + name + "&password=wrong&_csrf=" + token)))
                .headers()
                .firstValue("Location")
                .orElse("");
    }
}
