package org.minqing.sla.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * The arrangement of one year, free of contradictions.
 *
 * @param source          title of the State Council's notice
 * @param workingWeekends Saturdays and Sundays on which people work (调休)
 */
record CalendarYear(int year, String source, List<Holiday> holidays, Set<LocalDate> workingWeekends) {

    private static final String NEW_YEAR = "元旦";
    private static final String LABOUR_DAY = "劳动节";
    private static final String NATIONAL_DAY = "国庆节";

    /** The days that do not move: Regulation on Public Holidays (全国年节及纪念日放假办法), revised in 2024, article 2. */
    private static final List<Fixed> FIXED = List.of(
            new Fixed(NEW_YEAR, MonthDay.of(1, 1), MonthDay.of(1, 1)),
            new Fixed(LABOUR_DAY, MonthDay.of(5, 1), MonthDay.of(5, 2)),
            new Fixed(NATIONAL_DAY, MonthDay.of(10, 1), MonthDay.of(10, 3)));

    CalendarYear {
        holidays = List.copyOf(holidays);
        workingWeekends = Set.copyOf(workingWeekends);
    }

    /** What can be said of a year before the State Council has arranged it: weekends and the days that do not move. */
    static CalendarYear provisional(int year) {
        return new CalendarYear(year, "", fixed(year), Set.of());
    }

    static List<Holiday> fixed(int year) {
        return FIXED.stream()
                .map(f -> new Holiday(f.name, f.from.atYear(year), f.to.atYear(year)))
                .toList();
    }

    /** Both ends included. */
    record Holiday(String name, LocalDate from, LocalDate to) {

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private record Fixed(String name, MonthDay from, MonthDay to) {}
}
