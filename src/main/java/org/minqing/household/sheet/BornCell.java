package org.minqing.household.sheet;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Births as people and spreadsheets write them, as our own pages do: {@code 1946}, {@code 1946-03} or {@code 1946-03-05}. */
final class BornCell {

    private static final Pattern PARTS = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}年");
    /** Where a cell is a date, what is stored is the number of days since then. */
    private static final Pattern DAYS = Pattern.compile("\\d{5}");

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    private BornCell() {}

    /** What cannot be read is given back as it is. */
    static String read(String text) {
        var parts = PARTS.matcher(text);
        if (parts.matches()) {
            return parts.group(1) + part(parts.group(2)) + part(parts.group(3));
        }
        var digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return digits.group(1) + part(digits.group(2)) + part(digits.group(3));
        }
        if (DAYS.matcher(text).matches()) {
            return DAY_0.plusDays(Integer.parseInt(text)).toString();
        }
        return YEAR.matcher(text).matches() ? text.substring(0, 4) : text;
    }

    private static String part(String number) {
        return number == null ? "" : number.length() == 1 ? "-0" + number : "-" + number;
    }
}
