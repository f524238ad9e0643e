package org.minqing.household.secret;

import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/** Encrypts values for their place, opens them there, and makes the marks by which equal ones are found. */
@Component
public class Secrets {

    private final SecretKeys keys;

    Secrets(SecretKeys keys) {
        this.keys = keys;
    }

    /** With the key with which is written now. */
    public Sealed seal(Place place, String text) {
        var key = keys.ring().current(KeyKind.ENCRYPT);
        var algorithm = key.kind().algorithm();
        return new Sealed(Ciphers.encrypt(key.secret(), place.bound(key.id(), algorithm), text), key.id(), algorithm);
    }

    /** @throws IllegalStateException naming place and key, if it was written for another place, altered, or its key is not in the ring */
    public String open(Place place, Sealed sealed) {
        return keys.ring()
                .find(sealed.key())
                .filter(key -> key.kind().algorithm().equals(sealed.algorithm()))
                .flatMap(key ->
                        Ciphers.decrypt(key.secret(), place.bound(sealed.key(), sealed.algorithm()), sealed.bytes()))
                .orElseThrow(() -> new IllegalStateException(place.table() + "." + place.column() + " of " + place.row()
                        + " does not open with the key " + sealed.key()));
    }

    /**
     * The mark of a value, to be stored beside it: equal values of one kind and locality have equal marks, and without the key nobody
     * finds out of what.
     */
    public String mark(String kind, String locality, String value) {
        return mark(keys.ring().current(KeyKind.INDEX), kind, locality, value);
    }

    /** All that it may be stored as: while keys are changed, some are of one and some of the other. */
    public List<String> marks(String kind, String locality, String value) {
        return keys.ring().all(KeyKind.INDEX).stream()
                .map(key -> mark(key, kind, locality, value))
                .toList();
    }

    private static String mark(Key key, String kind, String locality, String value) {
        var made = Ciphers.mark(key.secret(), String.join("\u001f", kind, locality, value));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }
}
