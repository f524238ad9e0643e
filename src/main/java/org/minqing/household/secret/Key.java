package org.minqing.household.secret;

import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.SecretKey;

/** A key of the ring. */
record Key(String id, KeyKind kind, SecretKey secret) {

    private static final Place PROOF = new Place("household_key", "proof", new UUID(0, 0));
    private static final String TEXT = "minqing";

    /** What only this key makes: another one of the same id is told by it. */
    byte[] proof() {
        return kind == KeyKind.ENCRYPT
                ? Ciphers.encrypt(secret, PROOF.bound(id, kind.algorithm()), TEXT)
                : Ciphers.mark(secret, TEXT);
    }

    boolean made(byte[] proof) {
        return kind == KeyKind.ENCRYPT
                ? Ciphers.decrypt(secret, PROOF.bound(id, kind.algorithm()), proof)
                        .filter(TEXT::equals)
                        .isPresent()
                : MessageDigest.isEqual(proof, proof());
    }

    @Override
    public String toString() {
        return kind.code() + " " + id;
    }
}
