package org.minqing.proof.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A gateway of short messages that does not know its own repetitions, and says what it has sent. */
final class Gateway implements AutoCloseable {

    /** @param id as the sender named it */
    record Sent(String phone, String id, String number, Instant at) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Gateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A line of {@code senders.yml}. */
    String sender() {
        return """
                    sms: {service: "http://127.0.0.1:%d", keyIdFrom: GATEWAY_ID, keySecretFrom: GATEWAY_SECRET,
                      signName: 民情, templates: {otherwise: SMS_1}}
                """.formatted(server.getAddress().getPort());
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        var answer = "SendSms".equals(exchange.getRequestHeaders().getFirst("x-acs-action"))
                ? send(asked)
                : sentTo(asked.get("PhoneNumber"));
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, answer.getBytes(UTF_8).length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer.getBytes(UTF_8));
        }
    }

    private String send(Map<String, String> asked) {
        sent.add(new Sent(asked.get("PhoneNumbers"), asked.get("OutId"), asked.get("TemplateParam"), Instant.now()));
        return "{\"Code\":\"OK\"}";
    }

    private String sentTo(String phone) {
        var details = sent.stream()
                .filter(it -> it.phone.equals(phone))
                .map(it -> "{\"OutId\":\"" + it.id + "\"}")
                .collect(Collectors.joining(","));
        return "{\"Code\":\"OK\",\"SmsSendDetailDTOs\":{\"SmsSendDetailDTO\":[" + details + "]}}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
