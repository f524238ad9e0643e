package org.minqing.household.colour;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.minqing.household.Need.Rhythm;

/** For how long a need waits: one of once until somebody ends it, the others from their day until somebody is there. */
final class NeedDays {

    private NeedDays() {}

    /**
     * @param weekday 1 for Monday; only of a weekly one
     * @param day     of the month, its last where the month is shorter; only of a monthly one
     * @param since   when it was written down
     * @param contact the last day on which somebody was with them; null if nobody was
     * @return whole days since it was due; 0 if it does not wait
     */
    static int of(Rhythm rhythm, int weekday, int day, LocalDate since, LocalDate contact, LocalDate today) {
        var from = contact == null || contact.isBefore(since) ? since : contact.plusDays(1);
        var due = switch (rhythm) {
            case ONCE -> since;
            case WEEKLY -> from.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
            case MONTHLY -> monthly(from, day);
        };
        return (int) Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    private static LocalDate monthly(LocalDate from, int day) {
        var due = in(YearMonth.from(from), day);
        return due.isBefore(from) ? in(YearMonth.from(from).plusMonths(1), day) : due;
    }

    private static LocalDate in(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
