package org.minqing.roster;

/**
 * A shift as people read it.
 *
 * @param person name and posts
 * @param from   such as {@code 11月30日 08:30}
 * @param until  the same
 * @param now    whether it is this moment
 * @param own    whether it is the reader's
 */
public record ShiftLine(String id, String place, String person, String from, String until, boolean now, boolean own) {}
