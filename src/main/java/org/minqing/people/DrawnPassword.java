package org.minqing.people;

import java.security.SecureRandom;

/** Passwords that the system draws. */
public final class DrawnPassword {

    /** Without those that are read for another. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private DrawnPassword() {}

    /** Sixty random bits in three groups that can be read out. */
    public static String draw() {
        var password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
