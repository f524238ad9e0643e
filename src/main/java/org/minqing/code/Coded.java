package org.minqing.code;

import java.util.Optional;
import java.util.stream.Stream;

/** An entry of a fixed list that is known outside by its code: a constant may be renamed, what is written down may not. */
public interface Coded {

    /** As files, forms, addresses and tables write it. */
    String code();

    /** The entry of exactly that code; empty if there is none, as for null. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> list, String code) {
        return Stream.of(list.getEnumConstants())
                .filter(entry -> entry.code().equals(code))
                .findFirst();
    }

    /**
     * The entry of a code that was checked before it was written down.
     *
     * @throws IllegalArgumentException naming the list and the code, if there is none
     */
    static <E extends Enum<E> & Coded> E of(Class<E> list, String code) {
        return find(list, code)
                .orElseThrow(
                        () -> new IllegalArgumentException("No " + list.getSimpleName() + " has the code " + code));
    }
}
