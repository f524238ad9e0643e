package org.minqing.household.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** What the JDK does with the keys. */
final class Ciphers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String GCM = "AES/GCM/NoPadding";
    private static final int VECTOR = 12;
    private static final int TAG_BITS = 128;

    private Ciphers() {}

    /** @return a new initialisation vector and behind it the encrypted text with its tag */
    static byte[] encrypt(SecretKey key, byte[] bound, String text) {
        var vector = new byte[VECTOR];
        RANDOM.nextBytes(vector);
        try {
            var encrypted =
                    cipher(Cipher.ENCRYPT_MODE, key, vector, bound).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(VECTOR + encrypted.length)
                    .put(vector)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty if it was not made by this key, for another place, or altered since. */
    static Optional<String> decrypt(SecretKey key, byte[] bound, byte[] bytes) {
        if (bytes.length < VECTOR + TAG_BITS / 8) {
            return Optional.empty();
        }
        var vector = Arrays.copyOf(bytes, VECTOR);
        try {
            var plain = cipher(Cipher.DECRYPT_MODE, key, vector, bound).doFinal(bytes, VECTOR, bytes.length - VECTOR);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] mark(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance(KeyKind.INDEX.inJava());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] vector, byte[] bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(GCM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, vector));
        cipher.updateAAD(bound);
        return cipher;
    }
}
