package org.minqing.notice.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.notice.push.Browser;
import org.minqing.notice.push.Browsers;

/** A telephone hears number and link, sealed for it alone, from whom its browser was told. */
class WebPushTest extends ServiceTalk {

    private final KeyPair ours = Telephone.pair();
    private final Telephone telephone = new Telephone();
    private final List<Browser> known = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();

    private final Browsers browsers = new Browsers() {
        @Override
        public boolean any(String person, String locality) {
            return !known.isEmpty();
        }

        @Override
        public List<Browser> of(String person, String key) {
            return person.equals("somebody") && key.equals(publicKey()) ? known : List.of();
        }

        @Override
        public Duration kept() {
            return Duration.ofHours(12);
        }

        @Override
        public void gone(long id) {
            gone.add(id);
        }
    };

    @BeforeEach
    void keys() {
        ENVIRONMENT.put("PUSH_PUBLIC", publicKey());
        ENVIRONMENT.put("PUSH_PRIVATE", Telephone.written(Telephone.fixed(((ECPrivateKey) ours.getPrivate()).getS())));
    }

    private String publicKey() {
        return Telephone.written(Telephone.point(ours.getPublic()));
    }

    private VapidKey key(String subject, String publicFrom, String privateFrom) {
        return new VapidKey(
                settings(Map.of("subject", subject, "publicKeyFrom", publicFrom, "privateKeyFrom", privateFrom)));
    }

    private WebPush push() {
        return new WebPush(key("mailto:it@example.cn", "PUSH_PUBLIC", "PUSH_PRIVATE"), http, clock, browsers);
    }

    private void on(long id, String path) {
        known.add(new Browser(id, stub.address() + path, telephone.p256dh(), telephone.auth()));
    }

    @Test
    void theTelephoneAloneReadsNumberAndLink() throws Exception {
        answers(asked -> new Stub.Told(201, Map.of(), ""));
        on(1, "/send/abc");
        assertThat(push().send(MESSAGE, "somebody")).isEqualTo(new Delivery.Taken());
        var asked = stub.asked().get(0);
        assertThat(asked.path()).isEqualTo("/send/abc");
        assertThat(asked.header("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(asked.header("TTL")).isEqualTo("43200");
        assertThat(asked.header("Urgency")).isEqualTo("normal");
        assertThat(asked.header("Topic")).isEqualTo("notice-7");
        assertThat(asked.body()).doesNotContain("GS-2026");
        var told = Json.read(telephone.opened(asked.bytes()));
        assertThat(told.path("title").asText()).isEqualTo("已超时");
        assertThat(told.path("text").asText()).contains("GS-20261121-0001");
        assertThat(told.path("link").asText()).isEqualTo("/desk/appeals/GS-20261121-0001");
        assertThat(told.path("key").asText()).isEqualTo("notice-7");
        assertThatThrownBy(() -> new Telephone().opened(asked.bytes())).as("another telephone");
    }

    @Test
    void dangerIsUrgent() throws Exception {
        answers(asked -> new Stub.Told(201, Map.of(), ""));
        on(1, "/a");
        push().send(new Message("notice-8", "newTask", "GS-1", "有危险", "", "/desk/tasks/1", NOW, true), "somebody");
        var asked = stub.asked().get(0);
        assertThat(asked.header("Urgency")).isEqualTo("high");
        assertThat(Json.read(telephone.opened(asked.bytes())).path("grave").asBoolean())
                .isTrue();
    }

    /** RFC 8292: signed with ES256 by the key that the browser was given, good for that service and for less than a day. */
    @Test
    void theServiceCanTellThatItIsWe() throws Exception {
        answers(asked -> new Stub.Told(201, Map.of(), ""));
        on(1, "/send/abc");
        push().send(MESSAGE, "somebody");
        var said = stub.asked().get(0).header("Authorization");
        assertThat(said).matches("vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, k=[\\w-]+");
        assertThat(said).endsWith("k=" + publicKey());
        var token = said.substring("vapid t=".length(), said.indexOf(',')).split("\\.");
        var head = Json.read(decoded(token[0]));
        var claims = Json.read(decoded(token[1]));
        assertThat(head.path("alg").asText()).isEqualTo("ES256");
        assertThat(claims.path("aud").asText()).isEqualTo(stub.address());
        assertThat(claims.path("sub").asText()).isEqualTo("mailto:it@example.cn");
        assertThat(claims.path("exp").asLong() - NOW.getEpochSecond()).isBetween(60L, 86_400L);
        var signature = Base64.getUrlDecoder().decode(token[2]);
        assertThat(signature).hasSize(64);
        var verifying = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifying.initVerify(ours.getPublic());
        verifying.update((token[0] + "." + token[1]).getBytes(US_ASCII));
        assertThat(verifying.verify(signature)).isTrue();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "201, Taken, false",
        "404, Refused, true",
        "410, Refused, true",
        "403, Refused, false",
        "413, Refused, false",
        "302, Refused, false",
        "429, Later, false",
        "500, Later, false",
        "503, Later, false"
    })
    void whatAServiceAnswersSaysWhetherTheTelephoneIsStillThere(int status, String became, boolean forgotten)
            throws Exception {
        answers(asked -> new Stub.Told(status, Map.of("Location", "http://127.0.0.1:1/"), ""));
        on(4, "/a");
        assertThat(push().send(MESSAGE, "somebody").getClass().getSimpleName()).isEqualTo(became);
        assertThat(gone).isEqualTo(forgotten ? List.of(4L) : List.of());
        assertThat(stub.asked()).as("a redirect is not followed").hasSize(1);
    }

    /** Sent again, it would ring again on the one that has it. */
    @Test
    void ofSeveralTelephonesOneThatHasItIsEnough() throws Exception {
        answers(asked -> new Stub.Told(asked.path().equals("/good") ? 201 : 500, Map.of(), ""));
        on(1, "/bad");
        on(2, "/good");
        assertThat(push().send(MESSAGE, "somebody")).isEqualTo(new Delivery.Taken());
        assertThat(stub.asked()).hasSize(2);
        assertThat(push().send(MESSAGE, "somebody else")).isEqualTo(new Delivery.Refused("noBrowser"));
    }

    /** A browser that names an address of ours makes us ask nothing there. */
    @Test
    void aServiceWithinOurNetworksIsNotAsked() throws Exception {
        answers(asked -> new Stub.Told(201, Map.of(), ""));
        on(1, "/a");
        try (var strict = new Outgoing(new Networks(List.of()), Duration.ofMillis(700))) {
            var push = new WebPush(key("mailto:it@example.cn", "PUSH_PUBLIC", "PUSH_PRIVATE"), strict, clock, browsers);
            assertThat(push.send(MESSAGE, "somebody")).isEqualTo(new Delivery.Later("forbiddenNetwork", null));
        }
        assertThat(stub.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "it@example.cn, PUSH_PUBLIC, PUSH_PRIVATE, subject",
        "mailto:it@example.cn, NOT_SET, PUSH_PRIVATE, publicKeyFrom",
        "mailto:it@example.cn, KEY, PUSH_PRIVATE, publicKeyFrom",
        "mailto:it@example.cn, PUSH_PUBLIC, PUSH_PUBLIC, privateKeyFrom",
        "mailto:it@example.cn, OFF_CURVE, PUSH_PRIVATE, publicKeyFrom",
        "mailto:it@example.cn, ANOTHER, PUSH_PRIVATE, publicKeyFrom"
    })
    void keysThatCannotBeUsedAreRefusedByTheirLine(String subject, String publicFrom, String privateFrom, String line) {
        var off = Telephone.point(ours.getPublic());
        off[64] ^= 1;
        ENVIRONMENT.put("OFF_CURVE", Telephone.written(off));
        ENVIRONMENT.put(
                "ANOTHER", Telephone.written(Telephone.point(Telephone.pair().getPublic())));
        assertThatThrownBy(() -> key(subject, publicFrom, privateFrom))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("senders.yml: ganshui.it." + line);
    }

    @Test
    void aNumberIsWrittenInThirtyTwoBytesWhateverItIs() {
        assertThat(Telephone.fixed(BigInteger.ONE)).hasSize(32).endsWith((byte) 1);
        assertThat(Arrays.copyOf(Telephone.fixed(BigInteger.ONE.shiftLeft(255)), 1))
                .containsExactly((byte) 0x80);
    }
}
