package org.minqing.organisation;

import java.util.List;

/**
 * Somebody who signs in.
 *
 * @param user        the engine's user id: code of the locality, a dash, a short name
 * @param name        as shown to colleagues
 * @param memberships the posts this person fills, one or more
 */
public record Person(String user, String name, List<Holding> memberships) {

    public Person {
        memberships = List.copyOf(memberships);
    }
}
