package org.minqing.appeal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of an appeal, such as {@code GS-20261121-0001}, or of a sub-case of it, {@code GS-20261121-0001-2}. A type where numbers are made and where people type them; behind
 * these two gates, in the tables, in the engine's business keys and in JSON, it is text, because that is what they compare.
 *
 * @param prefix  two capital letters of the locality
 * @param day     of the receipt, in Asia/Shanghai
 * @param running counted from 1 per prefix and day
 * @param subCase counted from 1 per appeal; 0 for the appeal itself
 */
public record AppealNumber(String prefix, LocalDate day, int running, int subCase) {

    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2}");
    private static final Pattern TEXT =
            Pattern.compile("([A-Z]{2})-([0-9]{8})-([0-9]{4}|[1-9][0-9]{4,8})(?:-([1-9][0-9]?))?");

    private static final int HIGHEST = 999_999_999;

    /** So many sub-cases an appeal can have in its life. */
    public static final int MOST_SUB_CASES = 99;

    /** @throws IllegalArgumentException if no appeal can have it */
    public AppealNumber {
        if (!PREFIX.matcher(prefix).matches()
                || day.getYear() < 1
                || day.getYear() > 9999
                || running < 1
                || running > HIGHEST
                || subCase < 0
                || subCase > MOST_SUB_CASES) {
            throw new IllegalArgumentException(
                    "no number of an appeal: " + prefix + " " + day + " " + running + " " + subCase);
        }
    }

    /** Of an appeal that is no sub-case. */
    public AppealNumber(String prefix, LocalDate day, int running) {
        this(prefix, day, running, 0);
    }

    /** Of a sub-case of this one. */
    public AppealNumber subCase(int count) {
        return new AppealNumber(prefix, day, running, count);
    }

    /** What a person typed: letters of any case and width, with spaces around it. Empty if it is no number of an appeal. */
    public static Optional<AppealNumber> read(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AppealNumber(
                    parts.group(1),
                    LocalDate.parse(parts.group(2), DateTimeFormatter.BASIC_ISO_DATE),
                    Integer.parseInt(parts.group(3)),
                    parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As people read it and tables keep it. */
    @Override
    public String toString() {
        var whole = "%s-%s-%04d".formatted(prefix, day.format(DateTimeFormatter.BASIC_ISO_DATE), running);
        return subCase == 0 ? whole : whole + "-" + subCase;
    }
}
