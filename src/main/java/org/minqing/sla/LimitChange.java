package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;
import org.minqing.time.Spans;

/**
 * A request for more time or for a pause of the resolve clock.
 *
 * @param days      of the clock's own calendar for more time, of 24 hours for a pause
 * @param askedBy   user id
 * @param decidedBy user id of another person; null while nobody decided
 * @param granted   null while nobody decided
 * @param lapsedAt  when it became pointless before anybody decided; null if it did not
 */
public record LimitChange(
        long id,
        String appeal,
        int round,
        LimitChangeType type,
        LimitChangeReason reason,
        int days,
        String explanation,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Boolean granted,
        Instant lapsedAt) {

    /** Whether somebody still has to decide. */
    public boolean waits() {
        return granted == null && lapsedAt == null;
    }

    public Duration length() {
        return Duration.ofDays(days);
    }

    /** Such as {@code 延期 5 天（情况复杂需多方协调）}. */
    public String words() {
        return type.label() + " " + Spans.days(days) + "（" + reason.label() + "）";
    }
}
