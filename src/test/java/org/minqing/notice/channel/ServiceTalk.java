package org.minqing.notice.channel;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** What tests of senders have in common: one message, a stub, and what the environment holds. */
abstract class ServiceTalk {

    static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");

    static final Message MESSAGE = new Message(
            "notice-7",
            "overdue",
            "GS-20261121-0001",
            "已超时",
            "GS-20261121-0001 已超过时限：11月22日 22:00。",
            "https://mq.example.cn/desk/appeals/GS-20261121-0001",
            NOW,
            false);

    static final Map<String, String> ENVIRONMENT = new HashMap<>(Map.of(
            "KEY", "a-key",
            "TOKEN", "a-token",
            "SECRET", "SECabcdef",
            "HOOK", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "ID", "key-id"));

    final Outgoing http = new Outgoing(new Networks(List.of("127.0.0.0/8")), Duration.ofMillis(700));
    final InstantSource clock = InstantSource.fixed(NOW);
    Stub stub;

    void answers(Function<Stub.Asked, Stub.Told> answers) throws IOException {
        stub = new Stub(answers);
    }

    void answer(String body) throws IOException {
        answers(asked -> Stub.ok(body));
    }

    Settings settings(Map<String, ?> values) {
        return new Settings("senders.yml: ganshui.it", values, ENVIRONMENT::get);
    }

    @AfterEach
    void end() throws IOException {
        http.close();
        if (stub != null) {
            stub.close();
        }
    }
}
