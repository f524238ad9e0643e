package org.minqing.code;

import java.util.Optional;
import java.util.UUID;

/** Ids that come from outside. */
public final class Ids {

    private static final String WRITTEN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private Ids() {}

    /** What is written as ids are; empty for anything else, also for what the JDK would read as one. */
    public static Optional<UUID> of(String text) {
        return Optional.of(text).filter(t -> t.matches(WRITTEN)).map(UUID::fromString);
    }
}
