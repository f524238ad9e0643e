package org.minqing.notice.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.ByteArrayResource;

/** A browser names the address at which we ask: only what makers of browsers run is one. */
class PushServicesTest {

    private final PushServices services = new PushServices();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
                "https://web.push.apple.com/QOa",
                "https://wns2-par02p.notify.windows.com/w/?token=BQ%3d"
            })
    void theirsAreAllowed(String endpoint) {
        assertThat(services.allows(endpoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "http://fcm.googleapis.com/fcm/send/a",
                "https://fcm.googleapis.com:8443/a",
                "https://a:b@fcm.googleapis.com/a",
                "https://fcm.googleapis.com@evil.example/a",
                "https://fcm.googleapis.com.evil.example/a",
                "https://evilfcm.googleapis.com/a",
                "https://push.apple.com/a",
                "https://evilpush.apple.com/a",
                "https://192.168.0.1/a",
                "https://[::1]/a",
                "file:///etc/passwd",
                "javascript:alert(1)"
            })
    void othersAreNot(String endpoint) {
        assertThat(services.allows(endpoint)).isFalse();
    }

    @Test
    void anAddressWithoutEndIsNot() {
        assertThat(services.allows("https://fcm.googleapis.com/" + "a".repeat(2_000)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{services: ['*'], kept: PT1H, most: 5}             | services: * is no name",
                "{services: ['https://a.cn'], kept: PT1H, most: 5}  | services: https://a.cn is no name",
                "{services: [a.cn], kept: P60D, most: 5}            | kept",
                "{services: [a.cn], kept: PT1H, most: 0}            | most",
                "{services: [a.cn], kept: PT1H, most: 5, other: 1}  | other"
            })
    void aFileThatCannotBeUsedIsRefusedByItsLine(String yaml, String said) {
        assertThatThrownBy(
                        () -> new PushServices(new PolicyFile("push.yml", new ByteArrayResource(yaml.getBytes(UTF_8)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("push.yml: ")
                .hasMessageContaining(said);
    }
}
