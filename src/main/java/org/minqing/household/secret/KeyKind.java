package org.minqing.household.secret;

import org.minqing.code.Coded;

/** What a key is for, and by which algorithm. */
enum KeyKind implements Coded {
    /** Values that are read again. */
    ENCRYPT("encrypt", "AES-256-GCM", "AES"),
    /** Marks by which an equal value is found. */
    INDEX("index", "HMAC-SHA-256", "HmacSHA256");

    static final int BYTES = 32;

    private final String code;
    private final String algorithm;
    private final String inJava;

    KeyKind(String code, String algorithm, String inJava) {
        this.code = code;
        this.algorithm = algorithm;
        this.inJava = inJava;
    }

    /** As the file of keys and the table of keys write it. */
    @Override
    public String code() {
        return code;
    }

    String algorithm() {
        return algorithm;
    }

    /** As the JDK calls it. */
    String inJava() {
        return inJava;
    }
}
