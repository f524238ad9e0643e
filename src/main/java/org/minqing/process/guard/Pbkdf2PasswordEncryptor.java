package org.minqing.process.guard;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/**
 * PBKDF2 instead of the engine's single round of SHA-512.
 *
 * <p>A hash reads {@code iterations$salt$hash} (Base64), about 120 characters with the engine's prefix; the column
 * holds 255. The count stands in the hash, so it can be raised without locking anybody out.
 */
public final class Pbkdf2PasswordEncryptor implements PasswordEncryptor {

    /** The count that the OWASP Password Storage Cheat Sheet gives for HMAC-SHA-512. */
    public static final int ITERATIONS = 210_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;

    /** A forged count must not keep a processor busy for minutes. */
    private static final int MOST_ITERATIONS = 10_000_000;

    /** The last character before the padding holds two bits, hence four letters: each hash has one spelling. */
    private static final Pattern HASH = Pattern.compile("(?:\\{" + ALGORITHM + "})?([1-9]\\d{0,7})"
            + "\\$([A-Za-z0-9+/]{21}[AQgw]==)\\$([A-Za-z0-9+/]{85}[AQgw]==)");

    private final SecureRandom random = new SecureRandom();
    private final int iterations;

    public Pbkdf2PasswordEncryptor() {
        this(ITERATIONS);
    }

    /** @param iterations rounds for new hashes; existing ones are checked with their own count */
    public Pbkdf2PasswordEncryptor(int iterations) {
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException("iterations must be from 1 to " + MOST_ITERATIONS);
        }
        this.iterations = iterations;
    }

    @Override
    public String hashAlgorithmName() {
        return ALGORITHM;
    }

    @Override
    public String encrypt(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder();
        return iterations + "$" + text.encodeToString(salt) + "$"
                + text.encodeToString(hash(password, salt, iterations));
    }

    /** With or without the engine's prefix; false, never an exception, for anything that is not one of our hashes. */
    @Override
    public boolean check(String password, String encrypted) {
        if (password == null || encrypted == null) {
            return false;
        }
        Matcher parts = HASH.matcher(encrypted);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) > MOST_ITERATIONS) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(2));
        byte[] expected = Base64.getDecoder().decode(parts.group(3));
        return MessageDigest.isEqual(expected, hash(password, salt, Integer.parseInt(parts.group(1))));
    }

    private static byte[] hash(String password, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        } finally {
            key.clearPassword();
        }
    }
}
