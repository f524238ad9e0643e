package org.minqing.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.appeal.CalendarKind;
import org.minqing.organisation.OfficeHours;

/**
 * Which days are working days: Monday to Friday and working weekends, without the holidays of the State Council. A year
 * without a file has its weekends and the holidays that do not move. Days are those of Asia/Shanghai. Never changes.
 */
public final class WorkingCalendar {

    private final Map<Integer, CalendarYear> years = new TreeMap<>();
    private final String digest;

    /** Expects one file for each year. */
    WorkingCalendar(Collection<CalendarFile> files) {
        files.forEach(file -> years.put(file.year().year(), file.year()));
        digest = DigestUtils.sha256Hex(files.stream()
                .map(file -> file.year().year() + " " + file.digest() + "\n")
                .sorted()
                .collect(Collectors.joining()));
    }

    /**
     * Counts the budget from a moment on.
     *
     * @param hours       of the locality; decide only where working hours are counted
     * @param suspensions may overlap and lie anywhere, in any order
     * @throws IllegalArgumentException if the budget is negative
     */
    public Projection project(
            Instant from, Duration budget, CalendarKind kind, OfficeHours hours, List<Suspension> suspensions) {
        if (budget.isNegative()) {
            throw new IllegalArgumentException("时限不能为负数 A time limit cannot be negative: " + budget);
        }
        return new Walk(this, kind, hours, new Pauses(suspensions)).from(from, budget);
    }

    /** SHA-256 in hexadecimal of all years that have a file: equal on all nodes that count alike. */
    public String digest() {
        return digest;
    }

    Day day(LocalDate date) {
        var known = years.get(date.getYear());
        return Day.of(date, known == null ? CalendarYear.provisional(date.getYear()) : known);
    }

    boolean knows(LocalDate date) {
        return years.containsKey(date.getYear());
    }
}
