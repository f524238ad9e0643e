package org.minqing.household.secret;

/**
 * A value as the database holds it.
 *
 * @param bytes     the initialisation vector and behind it what is encrypted, with its tag
 * @param key       id of the key
 * @param algorithm by which it was encrypted
 */
public record Sealed(byte[] bytes, String key, String algorithm) {}
