package org.minqing.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.minqing.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers which key was answered how, so that a repeated request makes no second appeal. */
@Component
class IdempotencyKeys {

    /** How long a key is remembered; promised in the description of the interface. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Signs of a key that nobody hits on by chance, such as a UUID. */
    private static final int NOT_BY_CHANCE = 32;

    /** So long a request without a secret may be the same one again. */
    private static final Duration SAME_CONNECTION = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ObjectMapper json;

    IdempotencyKeys(JdbcClient jdbc, InstantSource clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What was answered then; without the tracking code if somebody else may have hit on the same key and words.
     *
     * @throws Refusal if the key came with another body before
     */
    Optional<Receipt> earlier(Attempt attempt) {
        return jdbc.sql("""
                select k.body_hash, k.answer, k.client, k.at, a.number, a.tracking_code
                from idempotency_key k join appeal a on a.number = k.appeal where k.key = ?""")
                .param(attempt.key())
                .query((rs, row) -> {
                    if (!rs.getString("body_hash").equals(attempt.bodyHash())) {
                        throw new Refusal(
                                Refusal.Kind.KEY_REUSED,
                                "这个 Idempotency-Key 已用于另一件诉求，请换一个。",
                                "This Idempotency-Key was used with another body.");
                    }
                    var answer = rs.getString("answer");
                    var at = rs.getObject("at", OffsetDateTime.class).toInstant();
                    // Another code was given out since then: it is not for whoever has kept the old request.
                    var code = rs.getString("tracking_code");
                    return answer.contains(code) && sentByHim(attempt, rs.getString("client"), at)
                            ? new Receipt(rs.getString("number"), code, answer, true)
                            : new Receipt(rs.getString("number"), null, withoutCode(answer), true);
                })
                .optional();
    }

    /**
     * His address would show nothing: it changes on the way, and many share one. A secret shows it at any time; without one, a
     * key too long to be hit on by chance does, while it may still be the same broken connection.
     */
    private boolean sentByHim(Attempt attempt, String client, Instant at) {
        return client != null
                ? client.equals(attempt.client())
                : attempt.key().length() >= NOT_BY_CHANCE && clock.instant().isBefore(at.plus(SAME_CONNECTION));
    }

    private String withoutCode(String answer) {
        try {
            return ((ObjectNode) json.readTree(answer)).putNull("trackingCode").toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another request with this key was faster */
    void remember(Attempt attempt, String number, String answer, Instant at) {
        jdbc.sql("insert into idempotency_key (key, body_hash, client, appeal, answer, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        attempt.key(),
                        attempt.bodyHash(),
                        attempt.client(),
                        number,
                        answer,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Scheduled(cron = "0 17 3 * * *", zone = "Asia/Shanghai")
    void forget() {
        jdbc.sql("delete from idempotency_key where at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
