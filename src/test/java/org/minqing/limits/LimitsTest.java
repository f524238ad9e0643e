package org.minqing.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.organisation.Role;
import org.minqing.problem.TooMany;
import org.minqing.security.StaffMember;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class LimitsTest {

    @TempDir
    Path folder;

    private long nanos;

    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private void pass(String time) {
        nanos += Duration.parse(time).toNanos();
    }

    private Limits limits(String halls) throws IOException {
        var own = folder.resolve("limits.yml");
        Files.writeString(own, """
                submissions: {per: PT1H, address: 6, network: 12}
                massedAfter: 2
                registrations: {per: PT1H, person: 20}
                trackingMisses: {per: PT1H, address: 3, network: 300}
                signIns: {per: PT10M, address: 2, network: 100}
                downloads: {per: PT10M, person: 3, address: 100, network: 300}
                hints: {per: PT10M, address: 2}
                uploads: {per: PT1H, address: 2}
                similar: {per: PT10M, address: 2}
                halls: %s
                """.formatted(halls));
        return new Limits(LimitRules.read(own.toString()), clock);
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private static MockHttpServletRequest by(String user, Role... roles) {
        var request = from("198.51.100.1");
        var member = new StaffMember(user, user, List.of(), "shibu", Set.of(roles), false);
        request.setUserPrincipal(UsernamePasswordAuthenticationToken.authenticated(member, null, List.of()));
        return request;
    }

    private static void times(int times, Runnable act) {
        for (int i = 0; i < times; i++) {
            act.run();
        }
    }

    private static TooMany refused(HttpServletRequest request, Limits limits) {
        try {
            limits.submission(request);
        } catch (TooMany e) {
            return e;
        }
        throw new AssertionError("Not refused");
    }

    @Test
    void anAddressHasItsFigureAndGetsItBackEvenly() throws IOException {
        var limits = limits("[]");
        times(6, () -> limits.submission(from("198.51.100.1")));
        assertThat(refused(from("198.51.100.1"), limits).minutes()).isEqualTo(10);
        pass("PT9M");
        assertThat(refused(from("198.51.100.1"), limits).seconds()).isEqualTo(60);
        pass("PT1M");
        limits.submission(from("198.51.100.1"));
        refused(from("198.51.100.1"), limits);
        pass("PT1H");
        times(6, () -> limits.submission(from("198.51.100.1")));
    }

    @Test
    void neighboursHaveTheirOwnAndTogetherThatOfTheNetwork() throws IOException {
        var limits = limits("[]");
        times(6, () -> limits.submission(from("198.51.100.1")));
        times(6, () -> limits.submission(from("198.51.100.2")));
        refused(from("198.51.100.3"), limits);
        limits.submission(from("198.51.101.3"));
    }

    /** Whoever is refused by his network must not lose from his own figure as well. */
    @Test
    void whoIsRefusedLosesNothing() throws IOException {
        var limits = limits("[]");
        times(6, () -> limits.submission(from("198.51.100.1")));
        times(6, () -> limits.submission(from("198.51.100.2")));
        times(10, () -> refused(from("198.51.100.3"), limits));
        pass("PT1H");
        times(6, () -> limits.submission(from("198.51.100.3")));
    }

    @Test
    void whatOneAddressHandsInBeyondAFewIsMarked() throws IOException {
        var limits = limits("[]");
        assertThat(limits.submission(from("198.51.100.1"))).isFalse();
        assertThat(limits.submission(from("198.51.100.1"))).isFalse();
        assertThat(limits.submission(from("198.51.100.1"))).isTrue();
        assertThat(limits.submission(from("198.51.100.2"))).isFalse();
    }

    @Test
    void aHallHasMoreAndNothingOfItIsMarked() throws IOException {
        var limits = limits("[{name: 村站, networks: [\"198.51.100.0/28\", \"2001:db8::/32\"], times: 5}]");
        times(10, () -> assertThat(limits.submission(from("198.51.100.1"))).isFalse());
        times(20, () -> limits.submission(from("198.51.100.1")));
        refused(from("198.51.100.1"), limits);
        times(30, () -> limits.submission(from("2001:db8::1")));
        times(6, () -> limits.submission(from("198.51.100.99")));
        refused(from("198.51.100.99"), limits);
        times(6, () -> limits.submission(from("unknown")));
        refused(from("unknown"), limits);
    }

    @Test
    void theRegistrarHasAFigureOfHisOwnWhereverHeSits() throws IOException {
        var limits = limits("[]");
        times(6, () -> limits.submission(from("198.51.100.1")));
        times(
                20,
                () -> assertThat(limits.submission(by("desk", Role.REGISTRAR))).isFalse());
        refused(by("desk", Role.REGISTRAR), limits);
        limits.submission(by("another", Role.REGISTRAR));
        refused(by("grid", Role.HANDLER), limits);
    }

    @Test
    void onlyWrongCodesAndPasswordsCount() throws IOException {
        var limits = limits("[]");
        times(50, () -> limits.mayTrack(from("198.51.100.1")));
        times(3, () -> limits.wrongCode(from("198.51.100.1")));
        assertThatThrownBy(() -> limits.mayTrack(from("198.51.100.1"))).isInstanceOf(TooMany.class);
        limits.mayTrack(from("198.51.100.2"));
        times(50, () -> limits.maySignIn(from("198.51.100.1")));
        times(2, () -> limits.wrongPassword(from("198.51.100.1")));
        assertThatThrownBy(() -> limits.signIn(from("198.51.100.1"))).isInstanceOf(TooMany.class);
    }

    @Test
    void downloadsCountForThePersonWherever() throws IOException {
        var limits = limits("[]");
        times(50, () -> limits.mayDownload(by("auditor", Role.AUDITOR)));
        times(3, () -> limits.downloaded(by("auditor", Role.AUDITOR)));
        assertThatThrownBy(() -> limits.mayDownload(by("auditor", Role.AUDITOR)))
                .isInstanceOf(TooMany.class);
        limits.mayDownload(by("other", Role.AUDITOR));
    }

    @ParameterizedTest
    @CsvSource({
        "submissions: {per: PT1H,submissions: {per: an hour",
        "address: 6,address: 0",
        "times: 5,times: 0",
        "198.51.100.0/28,not a network",
        "massedAfter: 2,massedAfter: 0",
        "massedAfter: 2,massedafter: 2"
    })
    void aFileThatCannotBeMeantStopsTheStart(String right, String wrong) throws IOException {
        limits("[{name: 村站, networks: [\"198.51.100.0/28\"], times: 5}]");
        var own = folder.resolve("limits.yml");
        var text = Files.readString(own);
        assertThat(text).contains(right);
        Files.writeString(own, text.replace(right, wrong));
        assertThatThrownBy(() -> LimitRules.read(own.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("limits.yml");
    }

    @Test
    void theProgramHasRulesOfItsOwn() {
        assertThatCode(() -> LimitRules.read(folder.resolve("none.yml").toString()))
                .doesNotThrowAnyException();
        assertThat(LimitRules.read("").submissions().address()).isEqualTo(60);
    }
}
