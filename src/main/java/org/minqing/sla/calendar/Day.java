package org.minqing.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Whether people work on a day, and why in Chinese. */
record Day(boolean working, String why) {

    static final String WORKING = "工作日";
    static final String SHIFTED = "调休上班";

    static Day of(LocalDate date, CalendarYear year) {
        for (var holiday : year.holidays()) {
            if (holiday.has(date)) {
                return new Day(false, holiday.name() + "放假");
            }
        }
        if (!isWeekend(date)) {
            return new Day(true, WORKING);
        }
        return year.workingWeekends().contains(date) ? new Day(true, SHIFTED) : new Day(false, "双休日");
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
