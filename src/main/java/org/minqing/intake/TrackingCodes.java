package org.minqing.intake;

import java.security.SecureRandom;

/** Codes with which residents follow their appeal: 80 random bits in 16 signs that nobody mistakes for another. */
final class TrackingCodes {

    // Crockford's alphabet: no I, L, O, U.
    private static final char[] SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private TrackingCodes() {}

    static String next() {
        var code = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            code.append(SIGNS[RANDOM.nextInt(SIGNS.length)]);
        }
        return code.toString();
    }
}
