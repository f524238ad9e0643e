package org.minqing.people;

import java.util.List;

/**
 * An account as people read it.
 *
 * @param locality      code; null if it has no post of any
 * @param groups        of its posts, and of those it had if it is closed
 * @param posts         what these are called, in the same order
 * @param administrator whether it runs the system
 */
public record PersonLine(
        String userId,
        String name,
        String locality,
        String localityName,
        List<String> groups,
        List<String> posts,
        boolean administrator,
        boolean open) {}
