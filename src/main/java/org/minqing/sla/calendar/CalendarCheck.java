package org.minqing.sla.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.minqing.sla.calendar.CalendarEntries.HolidayEntry;
import org.minqing.sla.calendar.CalendarFileException.Fault;
import org.minqing.sla.calendar.CalendarYear.Holiday;

/** What has to be true of a yearly file before deadlines may depend on it. Finds every fault at once. For one use. */
final class CalendarCheck {

    private final String file;
    private final int year;
    private final List<Fault> faults = new ArrayList<>();

    /** @param year as the file's name says */
    CalendarCheck(String file, int year) {
        this.file = file;
        this.year = year;
    }

    /** @throws CalendarFileException naming every fault */
    CalendarYear sound(CalendarEntries entries) {
        if (isThere("year", entries.year())) {
            require(
                    entries.year() == year,
                    "year",
                    "是 " + entries.year() + "，与文件名不符",
                    "differs from the name of the file");
        }
        isThere("source", entries.source());
        var holidays = holidays(entries.holidays());
        var weekends = workingWeekends(entries.workingWeekends(), holidays);
        if (faults.isEmpty()) {
            requireFixed(holidays);
        }
        if (!faults.isEmpty()) {
            throw new CalendarFileException(file, faults);
        }
        return new CalendarYear(year, entries.source(), holidays, weekends);
    }

    private List<Holiday> holidays(List<HolidayEntry> entries) {
        List<Holiday> holidays = new ArrayList<>();
        for (int i = 0; isThere("holidays", entries) && i < entries.size(); i++) {
            holiday("holidays[" + i + "]", entries.get(i)).ifPresent(holidays::add);
        }
        holidays.sort(Comparator.comparing(Holiday::from));
        for (int i = 1; i < holidays.size(); i++) {
            var one = holidays.get(i - 1);
            var next = holidays.get(i);
            require(
                    next.from().isAfter(one.to()),
                    "holidays",
                    one.name() + " 与 " + next.name() + " 在 " + next.from() + " 重叠",
                    "two overlap on " + next.from());
        }
        return holidays;
    }

    private Optional<Holiday> holiday(String at, HolidayEntry entry) {
        if (!isThere(at, entry)) {
            return Optional.empty();
        }
        isThere(at + ".name", entry.name());
        var from = date(at + ".from", entry.from());
        var to = date(at + ".to", entry.to());
        if (from == null || to == null) {
            return Optional.empty();
        }
        require(!to.isBefore(from), at, to + " 早于 " + from, "ends before it begins");
        return Optional.of(new Holiday(entry.name(), from, to));
    }

    private Set<LocalDate> workingWeekends(List<String> entries, List<Holiday> holidays) {
        Set<LocalDate> days = new TreeSet<>();
        for (int i = 0; isThere("workingWeekends", entries) && i < entries.size(); i++) {
            var at = "workingWeekends[" + i + "]";
            var day = date(at, entries.get(i));
            if (day != null) {
                require(days.add(day), at, day + " 重复", day + " is there twice");
                require(Day.isWeekend(day), at, day + " 不是星期六或星期日", day + " is no Saturday or Sunday");
                require(holidays.stream().noneMatch(h -> h.has(day)), at, day + " 同时是放假日", day + " is also a holiday");
            }
        }
        return days;
    }

    /** A half written file must not make working days of the holidays that no notice can move. */
    private void requireFixed(List<Holiday> holidays) {
        for (var fixed : CalendarYear.fixed(year)) {
            require(
                    fixed.from()
                            .datesUntil(fixed.to().plusDays(1))
                            .allMatch(day -> holidays.stream().anyMatch(h -> h.has(day))),
                    "holidays",
                    "缺少法定节日 " + fixed.name() + "（" + fixed.from() + " 至 " + fixed.to() + "）",
                    "the legal holiday from " + fixed.from() + " to " + fixed.to() + " is missing");
        }
    }

    /** Null if it is no date of the year, which is then noted. */
    private LocalDate date(String at, String text) {
        if (!isThere(at, text)) {
            return null;
        }
        try {
            var date = LocalDate.parse(text);
            require(date.getYear() == year, at, date + " 不在 " + year + " 年", date + " is not in " + year);
            return date.getYear() == year ? date : null;
        } catch (DateTimeParseException e) {
            require(false, at, text + " 不是日期，应写成 " + year + "-10-01", text + " is no date");
            return null;
        }
    }

    private boolean isThere(String entry, Object value) {
        var isThere = value instanceof String text ? !text.isBlank() : value != null;
        require(isThere, entry, "缺少或为空", "is missing or empty");
        return isThere;
    }

    private void require(boolean sound, String entry, String zh, String en) {
        if (!sound) {
            faults.add(new Fault(entry, zh, en));
        }
    }
}
