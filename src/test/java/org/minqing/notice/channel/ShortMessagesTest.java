package org.minqing.notice.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway of Aliyun's shape is asked as its public documents say, and never sends twice what it has. */
class ShortMessagesTest extends ServiceTalk {

    private static final String PHONE = "13800000000";

    private AliyunSms sms() {
        return new AliyunSms(
                settings(Map.of(
                        "service", stub.address(),
                        "keyIdFrom", "ID",
                        "keySecretFrom", "SECRET",
                        "signName", "甘水镇民情",
                        "templates", Map.of("otherwise", "SMS_1", "overdue", "SMS_2"))),
                http,
                clock);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Test
    void itSendsTheNumberByATemplateAndNothingElseOfTheAppeal() throws Exception {
        answer("{\"Code\":\"OK\",\"BizId\":\"1\"}");
        assertThat(sms().send(MESSAGE, PHONE)).isEqualTo(new Delivery.Taken());
        var asked = stub.asked().get(0);
        assertThat(asked.header("x-acs-action")).isEqualTo("SendSms");
        assertThat(asked.header("x-acs-version")).isEqualTo("2017-05-25");
        assertThat(asked.header("x-acs-date")).isEqualTo("2026-11-22T14:30:00Z");
        assertThat(parameters(asked.query()))
                .isEqualTo(Map.of(
                        "PhoneNumbers", PHONE,
                        "SignName", "甘水镇民情",
                        "TemplateCode", "SMS_2",
                        "TemplateParam", "{\"number\":\"GS-20261121-0001\"}",
                        "OutId", "notice-7"));
    }

    /** Computed here from what arrived, by the words of the documents. */
    @Test
    void theSignatureIsThatOfTheThirdVersion() throws Exception {
        answer("{\"Code\":\"OK\"}");
        sms().send(MESSAGE, PHONE);
        var asked = stub.asked().get(0);
        var authorization = asked.header("Authorization");
        var signed = authorization.replaceFirst(".*SignedHeaders=([^,]+).*", "$1");
        var canonical = new StringBuilder("POST\n/\n" + asked.query() + "\n");
        for (var name : signed.split(";")) {
            canonical
                    .append(name)
                    .append(':')
                    .append(asked.header(name).strip())
                    .append('\n');
        }
        canonical.append('\n').append(signed).append('\n').append(asked.header("x-acs-content-sha256"));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("SECabcdef".getBytes(UTF_8), "HmacSHA256"));
        var expected = HexFormat.of()
                .formatHex(mac.doFinal(("ACS3-HMAC-SHA256\n" + hash(canonical.toString())).getBytes(UTF_8)));
        assertThat(authorization)
                .startsWith("ACS3-HMAC-SHA256 Credential=key-id,")
                .endsWith(",Signature=" + expected);
        assertThat(signed)
                .contains("host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce");
        assertThat(asked.header("x-acs-content-sha256")).isEqualTo(hash(asked.body()));
    }

    private static String hash(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "isv.BUSINESS_LIMIT_CONTROL, Later, PT1H",
        "isv.MOBILE_NUMBER_ILLEGAL, Refused,",
        "isp.SYSTEM_ERROR, Later,",
        "isv.AMOUNT_NOT_ENOUGH, Later, PT1H",
        "SignatureDoesNotMatch, Refused,"
    })
    void theCodeSaysWhatBecameOfIt(String code, String became, Duration after) throws Exception {
        answer("{\"Code\":\"" + code + "\"}");
        var delivery = sms().send(MESSAGE, PHONE);
        assertThat(delivery.getClass().getSimpleName()).isEqualTo(became);
        if (delivery instanceof Delivery.Later later) {
            assertThat(later.after()).isEqualTo(after);
        }
    }

    @Test
    void anAnswerThatDidNotComeLeavesItUnsureAndTheReceiptsAreAsked() throws Exception {
        answers(asked -> "QuerySendDetails".equals(asked.header("x-acs-action"))
                ? Stub.ok("{\"Code\":\"OK\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[{\"OutId\":\"notice-6\"},"
                        + "{\"OutId\":\"notice-7\"}]}}")
                : null);
        assertThat(sms().send(MESSAGE, PHONE)).isInstanceOf(Delivery.Unsure.class);
        assertThat(sms().ask(MESSAGE, PHONE)).isEqualTo(new Delivery.Taken());
        assertThat(parameters(stub.asked().get(1).query())).containsEntry("SendDate", "20261122");
    }

    @Test
    void whatNoReceiptKnowsDidNotArrive() throws Exception {
        answer("{\"Code\":\"OK\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[]}}");
        assertThat(sms().ask(MESSAGE, PHONE)).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void whereNobodyListensNothingWasSent() throws Exception {
        answer("");
        var nobody = sms();
        stub.close();
        assertThat(nobody.send(MESSAGE, PHONE)).isEqualTo(new Delivery.Later("notReached", null));
        assertThat(nobody.ask(MESSAGE, PHONE)).isInstanceOf(Delivery.Unsure.class);
    }
}
