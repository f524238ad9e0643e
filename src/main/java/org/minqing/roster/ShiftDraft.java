package org.minqing.roster;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * What somebody wrote down to have it put into the roster.
 *
 * @param day    of the first, in Asia/Shanghai
 * @param until  not after {@code from}: on the next day
 * @param weeks  in how many weeks the same, from 1
 */
public record ShiftDraft(String unit, String person, LocalDate day, LocalTime from, LocalTime until, int weeks) {

    LocalDateTime starts(int week) {
        return day.plusWeeks(week).atTime(from);
    }

    LocalDateTime ends(int week) {
        var end = day.plusWeeks(week).atTime(until);
        return until.isAfter(from) ? end : end.plusDays(1);
    }
}
