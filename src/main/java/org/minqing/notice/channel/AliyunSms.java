package org.minqing.notice.channel;

import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.minqing.time.Times;

/**
 * Short messages through a gateway of Aliyun's shape (SendSms 2017-05-25). It does not know its own repetitions: after a
 * time-out its receipts are asked for before anything is sent again.
 */
final class AliyunSms implements Sender {

    private static final String SERVICE = "https://dysmsapi.aliyuncs.com";
    private static final String VERSION = "2017-05-25";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final AliyunSignature signature;
    private final String signName;
    private final Map<String, String> templates;
    private final Outgoing http;
    private final InstantSource clock;

    AliyunSms(Settings settings, Outgoing http, InstantSource clock) {
        signature = new AliyunSignature(
                settings.address("service", SERVICE), settings.secret("keyIdFrom"), settings.secret("keySecretFrom"));
        signName = settings.text("signName");
        templates = settings.templates();
        settings.nothingElse();
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Delivery send(Message message, String address) {
        var template = templates.getOrDefault(message.fact(), templates.get(Settings.OTHERWISE));
        if (template == null) {
            return new Delivery.Refused("noTemplate");
        }
        var parameters = Map.of(
                "PhoneNumbers", address,
                "SignName", signName,
                "TemplateCode", template,
                "TemplateParam", Json.of(Map.of("number", message.number())),
                "OutId", message.key());
        try {
            var answer = http.ask(signature.request(VERSION, "SendSms", parameters, clock.instant()));
            var code = Json.read(answer.body()).path("Code").asText();
            return code.isEmpty() ? new Delivery.Unsure("status" + answer.status()) : became(code);
        } catch (Outgoing.Silence e) {
            return e.sent() ? new Delivery.Unsure(e.getMessage()) : new Delivery.Later(e.getMessage(), null);
        }
    }

    private static Delivery became(String code) {
        return switch (code) {
            case "OK" -> new Delivery.Taken();
            // So many to one number in a minute, an hour, or a day.
            case "isv.BUSINESS_LIMIT_CONTROL" -> new Delivery.Later(code, Duration.ofHours(1));
            case "isv.AMOUNT_NOT_ENOUGH", "isv.OUT_OF_SERVICE", "isv.DAY_LIMIT_CONTROL", "isv.MONTH_LIMIT_CONTROL" ->
                new Delivery.Later(code, Duration.ofHours(1));
            case "isp.SYSTEM_ERROR", "isp.RAM_PERMISSION_DENY", "Throttling.User", "ServiceUnavailable" ->
                new Delivery.Later(code, null);
            default -> new Delivery.Refused(code);
        };
    }

    @Override
    public Delivery ask(Message message, String address) {
        var parameters = Map.of(
                "PhoneNumber",
                address,
                "SendDate",
                DAY.format(clock.instant().atZone(Times.ZONE)),
                "PageSize",
                "50",
                "CurrentPage",
                "1");
        try {
            var answer = http.ask(signature.request(VERSION, "QuerySendDetails", parameters, clock.instant()));
            var told = Json.read(answer.body());
            if (!"OK".equals(told.path("Code").asText())) {
                return new Delivery.Unsure("receiptUnknown");
            }
            for (var detail : told.path("SmsSendDetailDTOs").path("SmsSendDetailDTO")) {
                if (message.key().equals(detail.path("OutId").asText())) {
                    return new Delivery.Taken();
                }
            }
            return new Delivery.Later("notArrived", null);
        } catch (Outgoing.Silence e) {
            return new Delivery.Unsure("receiptUnknown");
        }
    }
}
