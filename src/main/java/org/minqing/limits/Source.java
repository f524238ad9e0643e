package org.minqing.limits;

import org.minqing.security.ClientNetwork;

/**
 * Who does something, as far as it is counted.
 *
 * @param person user id of whoever has signed in, or null
 * @param times  by how much the figures of this place are larger
 */
record Source(String person, ClientNetwork client, int times) {}
