package org.minqing.desk.worklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A task as a list shows it, in words that are ready to read: a browser must not reckon with its own clock and zone.
 *
 * @param name        what is to be done, in Chinese
 * @param subject     what it is about; told as if its fields were the card's own
 * @param dueAt       when the task is due, such as {@code 11月21日 19:00} in Asia/Shanghai; null if it has no limit
 * @param timeLeft    the same as time that is left or over; empty without a limit
 * @param urgency     {@code late}, {@code soon}, {@code later}, or {@code none} without a limit
 * @param accept      how long is left to take it, in words, with the time of day; null if that does not matter or was done
 * @param acceptUrgency the same as {@code urgency}
 * @param holder      display name of whoever has taken it; null if nobody has
 * @param mine        whether that is the person who asks
 */
public record TaskCard(
        String id,
        String name,
        @JsonUnwrapped TaskSubject subject,
        String dueAt,
        String timeLeft,
        String urgency,
        String accept,
        String acceptUrgency,
        String holder,
        boolean mine) {}
