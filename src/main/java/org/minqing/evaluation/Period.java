package org.minqing.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.minqing.time.Times;

/**
 * Which clocks count, and what was known of them.
 *
 * @param from   the first day, in Asia/Shanghai like all of it
 * @param to     the day after the last
 * @param cutOff facts after this moment are not looked at; a whole second
 */
public record Period(LocalDate from, LocalDate to, Instant cutOff) {

    OffsetDateTime begin() {
        return midnight(from);
    }

    OffsetDateTime end() {
        return midnight(to);
    }

    /** The same as of the beginning of the minute of the cut-off. */
    Period asOfTheMinute() {
        return new Period(from, to, cutOff.truncatedTo(ChronoUnit.MINUTES));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(Times.ZONE).toOffsetDateTime();
    }
}
