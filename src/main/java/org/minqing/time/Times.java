package org.minqing.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people and programs read them, always in Asia/Shanghai. */
public final class Times {

    /** The zone of every time that is shown or sent. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter WHOLE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private Times() {}

    /** For programs, such as {@code 2026-11-21T19:00:00+08:00}. */
    public static String iso(Instant at) {
        return ISO.format(at.atZone(ZONE));
    }

    /** For people, such as {@code 11月21日 19:00}: when something was, or begins. */
    public static String words(Instant at) {
        return WORDS.format(at.atZone(ZONE));
    }

    /** For people, such as {@code 2026年11月21日}. */
    public static String day(LocalDate day) {
        return WHOLE_DAY.format(day);
    }

    /** For people, where something ends: midnight belongs to the day that it ends, {@code 12月4日 24:00}. */
    public static String end(Instant at) {
        return end(at.atZone(ZONE).truncatedTo(ChronoUnit.MINUTES), DAY, "HH:mm");
    }

    /**
     * The same with its year, for lists that are sorted: {@code 2026-12-04 24:00}.
     *
     * @param iso as {@link #iso} writes it
     */
    public static String listedEnd(String iso) {
        return end(OffsetDateTime.parse(iso).atZoneSameInstant(ZONE).truncatedTo(ChronoUnit.MINUTES), DATE, "HH:mm");
    }

    /** The same to the second: {@code 2026-12-04 24:00:00}. */
    public static String exactEnd(String iso) {
        return exactEnd(OffsetDateTime.parse(iso).toInstant());
    }

    /** The same to the second: {@code 2026-12-04 24:00:00}. */
    public static String exactEnd(Instant at) {
        return end(at.atZone(ZONE).truncatedTo(ChronoUnit.SECONDS), DATE, "HH:mm:ss");
    }

    private static String end(ZonedDateTime at, DateTimeFormatter day, String time) {
        var midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        // k is the hour from 1 to 24, and that of midnight is 24.
        var clock = DateTimeFormatter.ofPattern(midnight ? time.replace('H', 'k') : time);
        return day.format(midnight ? at.minusDays(1) : at) + " " + clock.format(at);
    }
}
