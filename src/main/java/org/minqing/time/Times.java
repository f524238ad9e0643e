package org.minqing.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people and programs read them, always in Asia/Shanghai. */
public final class Times {

    /** The zone of every time that is shown or sent. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private Times() {}

    /** For programs, such as {@code 2026-11-21T19:00:00+08:00}. */
    public static String iso(Instant at) {
        return ISO.format(at.atZone(ZONE));
    }

    /** For people, such as {@code 11月21日 19:00}. */
    public static String words(Instant at) {
        return WORDS.format(at.atZone(ZONE));
    }
}
