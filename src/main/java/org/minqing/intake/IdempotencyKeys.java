package org.minqing.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    private final JdbcClient jdbc;
    private final InstantSource clock;

    IdempotencyKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal if the key came with another body before */
    Optional<Receipt> earlier(String key, String bodyHash) {
        return jdbc.sql("""
                select k.body_hash, k.answer, a.number, a.tracking_code
                from idempotency_key k join appeal a on a.number = k.appeal where k.key = ?""")
                .param(key)
                .query((rs, row) -> {
                    if (!rs.getString("body_hash").equals(bodyHash)) {
                        throw new Refusal(
                                Refusal.Kind.KEY_REUSED,
                                "这个 Idempotency-Key 已用于另一件诉求，请换一个。",
                                "This Idempotency-Key was used with another body.");
                    }
                    return new Receipt(
                            rs.getString("number"), rs.getString("tracking_code"), rs.getString("answer"), true);
                })
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another request with this key was faster */
    void remember(String key, String bodyHash, String number, String answer, Instant at) {
        jdbc.sql("insert into idempotency_key (key, body_hash, appeal, answer, at) values (?, ?, ?, ?, ?)")
                .params(key, bodyHash, number, answer, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Scheduled(cron = "0 17 3 * * *", zone = "Asia/Shanghai")
    void forget() {
        jdbc.sql("delete from idempotency_key where at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
