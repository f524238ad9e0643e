package org.minqing.intake;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One try to hand an appeal in. A connection breaks, and the same try comes again.
 *
 * @param key      the caller's Idempotency-Key
 * @param bodyHash what stands for the body: the same key with another hash is refused
 * @param client   hash of a secret that only this caller knows; null if he sent none
 */
public record Attempt(String key, String bodyHash, String client) {

    /** By a caller without a secret. */
    public static Attempt of(String key, String bodyHash) {
        return new Attempt(key, bodyHash, null);
    }

    /** @param secret null or blank if he sent none */
    public Attempt by(String secret) {
        return new Attempt(
                key,
                bodyHash,
                secret == null || secret.isBlank()
                        ? null
                        : DigestUtils.sha256Hex(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
