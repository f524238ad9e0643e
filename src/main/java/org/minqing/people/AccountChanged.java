package org.minqing.people;

import java.util.List;

/**
 * An administrator did something about an account; published in the transaction in which it is done.
 *
 * @param groups the engine's groups it is in from now on
 * @param closed whether nobody signs in with it any more
 */
public record AccountChanged(String person, List<String> groups, boolean closed) {}
