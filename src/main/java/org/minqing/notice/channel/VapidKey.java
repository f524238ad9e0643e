package org.minqing.notice.channel;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** By what push services know that it is we who ask: a pair of keys on P-256, written as browsers write them (RFC 8292). */
final class VapidKey {

    /** Services refuse more than a day. */
    private static final Duration GOOD_FOR = Duration.ofHours(12);

    private final VAPIDKeyPair pair;
    private final String subject;

    /** @throws IllegalStateException naming the line, if they are no keys, or not a pair */
    VapidKey(Settings settings) {
        subject = settings.text("subject");
        var publicBytes = bytes(settings, "publicKeyFrom", 65);
        var privateBytes = bytes(settings, "privateKeyFrom", 32);
        settings.nothingElse();
        if (!subject.matches("(mailto:[^@\\s]+@\\S+|https://\\S+)")) {
            throw settings.wrong("subject", "must be mailto: or https: whom a service may write to");
        }
        try {
            var publicKey = publicKey(settings, publicBytes);
            var privateKey = privateKey(privateBytes);
            if (!belong(privateKey, publicKey)) {
                throw settings.wrong("publicKeyFrom", "does not belong to the private key");
            }
            pair = VAPIDKeyPairs.of(
                    PrivateKeySources.ofECPrivateKey(privateKey), PublicKeySources.ofECPublicKey(publicKey));
        } catch (GeneralSecurityException e) {
            throw settings.wrong("privateKeyFrom", "is no key of P-256");
        }
    }

    private static ECPublicKey publicKey(Settings settings, byte[] bytes) {
        try {
            return PublicKeySources.ofUncompressedBytes(bytes).extract();
        } catch (RuntimeException e) {
            // The library has several exceptions for it, and none in common.
            throw settings.wrong("publicKeyFrom", "is no key of P-256");
        }
    }

    private static byte[] bytes(Settings settings, String key, int length) {
        var value = settings.secret(key);
        try {
            var bytes = Base64.getUrlDecoder().decode(value);
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw settings.wrong(key, "must be " + length + " bytes in Base64 for addresses");
    }

    private static ECPrivateKey privateKey(byte[] bytes) throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return (ECPrivateKey) KeyFactory.getInstance("EC")
                .generatePrivate(
                        new ECPrivateKeySpec(new BigInteger(1, bytes), curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static boolean belong(ECPrivateKey privateKey, ECPublicKey publicKey) throws GeneralSecurityException {
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(privateKey);
        var signed = signing.sign();
        signing.initVerify(publicKey);
        return signing.verify(signed);
    }

    String publicKey() {
        return pair.extractPublicKeyInUncompressedFormAsString();
    }

    /** The header for a request to that address: good there, and nowhere else. */
    String authorization(String endpoint, Instant now) {
        return pair.generateAuthorizationHeaderValue(VAPIDJWTParam.getBuilder()
                .resourceURLString(endpoint)
                .expirationTime(now.plus(GOOD_FOR))
                .subject(subject)
                .build());
    }
}
