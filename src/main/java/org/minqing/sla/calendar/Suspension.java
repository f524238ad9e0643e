package org.minqing.sla.calendar;

import java.time.Instant;
import java.util.Objects;

/**
 * Time that counts towards no limit (暂停计时).
 *
 * @param from   first moment that does not count
 * @param to     first moment that counts again
 * @param reason as an official gives it, such as 等待居民补充材料
 */
public record Suspension(Instant from, Instant to, String reason) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Suspension {
        Objects.requireNonNull(reason, "reason");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A suspension from " + from + " cannot end at " + to);
        }
    }
}
