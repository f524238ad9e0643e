package org.minqing.desk.worklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.minqing.sla.due.DueState;

/**
 * A task as a list shows it, in words that are ready to read: a browser must not reckon with its own clock and zone.
 *
 * @param name        what is to be done, in Chinese
 * @param subject     what it is about; told as if its fields were the card's own
 * @param dueAt       when the task is due, such as {@code 11月21日 19:00} in Asia/Shanghai; null if it has no limit
 * @param timeLeft    the same as time that is left or over; empty without a limit
 * @param clock       which limit that is, such as {@code 签收}; empty if it goes without saying
 * @param due         how it stands to that limit
 * @param news        what is new about it, such as {@code 居民已答复}; null if nothing is
 * @param holder      display name of whoever has taken it; null if nobody has
 * @param mine        whether that is the person who asks
 * @param barred      why he may not do it, in Chinese; null if he may
 */
public record TaskCard(
        String id,
        String name,
        @JsonUnwrapped TaskSubject subject,
        String dueAt,
        String timeLeft,
        String clock,
        DueState due,
        String news,
        String holder,
        boolean mine,
        String barred) {}
