package org.minqing.relay;

/**
 * Somebody who told of a matter for another, or passed it on.
 *
 * @param as    code of his role, from {@code relays.yml}
 * @param name  or null
 * @param phone or null
 */
public record Relayer(String as, String name, String phone) {}
