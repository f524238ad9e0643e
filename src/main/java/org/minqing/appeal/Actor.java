package org.minqing.appeal;

/**
 * Who did something.
 *
 * @param person user id, or null for the resident and for the system
 * @param as     what residents and colleagues read: unit and post, never a name or a number
 */
public record Actor(String person, String as) {

    public static final Actor RESIDENT = new Actor(null, "居民");
    public static final Actor SYSTEM = new Actor(null, "系统");
}
