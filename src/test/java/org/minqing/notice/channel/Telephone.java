package org.minqing.notice.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser on a telephone: opens what was sealed for it, written from RFC 8291 and RFC 8188 and not with the library that seals. */
final class Telephone {

    private final KeyPair keys = pair();
    private final byte[] auth = new byte[16];

    Telephone() {
        new SecureRandom().nextBytes(auth);
    }

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 32 bytes, whatever sign and length a number has. */
    static byte[] fixed(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    static byte[] point(PublicKey key) {
        var w = ((ECPublicKey) key).getW();
        return joined(new byte[] {4}, fixed(w.getAffineX()), fixed(w.getAffineY()));
    }

    PublicKey key(byte[] point) throws GeneralSecurityException {
        var w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        var curve = ((ECPublicKey) keys.getPublic()).getParams();
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, curve));
    }

    String p256dh() {
        return written(point(keys.getPublic()));
    }

    String auth() {
        return written(auth);
    }

    /** One record: salt, size, the sender's key, and what only we read. */
    String opened(byte[] body) throws GeneralSecurityException {
        var salt = Arrays.copyOfRange(body, 0, 16);
        int size = new BigInteger(1, Arrays.copyOfRange(body, 16, 20)).intValue();
        int length = body[20];
        var sender = Arrays.copyOfRange(body, 21, 21 + length);
        var sealed = Arrays.copyOfRange(body, 21 + length, body.length);
        if (sealed.length > size) {
            throw new IllegalStateException("more than one record");
        }
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(key(sender), true);
        var info = joined("WebPush: info\0".getBytes(US_ASCII), point(keys.getPublic()), sender);
        var secret = derived(auth, agreement.generateSecret(), info, 32);
        var key = derived(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
        var nonce = derived(salt, secret, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var plain = cipher.doFinal(sealed);
        int end = plain.length - 1;
        while (plain[end] == 0) {
            end--;
        }
        if (plain[end] != 2) {
            throw new IllegalStateException("the last record ends with 2");
        }
        return new String(plain, 0, end, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** HKDF with SHA-256, one block. */
    private static byte[] derived(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(hmac(salt, secret), joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
