package org.minqing.people;

import java.time.Instant;
import java.util.List;

/** @param posts the groups that were withdrawn */
public record ClosedAccount(String by, Instant at, String reason, List<String> posts) {

    public ClosedAccount {
        posts = List.copyOf(posts);
    }
}
