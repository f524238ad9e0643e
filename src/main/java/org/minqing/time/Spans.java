package org.minqing.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Spans of time in words. What does not reach the smallest unit that is said is left out, never rounded up; {@link #begun} is for
 * those who must not say nothing of it. Units of which there is none are not said.
 */
public final class Spans {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private Spans() {}

    /**
     * How long is left until a limit, or how long it is over, such as {@code 还剩 3 小时 20 分}: days and hours, below a day hours and
     * minutes, below an hour minutes. Seconds would be old before they are read.
     */
    public static String left(Instant now, Instant due) {
        var left = Duration.between(now, due);
        return left.isNegative() ? "已超时 " + rough(left.negated()) : "还剩 " + rough(left);
    }

    /** How long something took or is late, such as {@code 2 天 5 小时}, {@code 2 小时 5 分} or {@code 5 分 3 秒}: as on a list, two units. */
    public static String length(Duration d) {
        return d.toHours() > 0 ? large(d) : said("0 秒", n(d.toMinutes(), "分"), n(d.toSecondsPart(), "秒"));
    }

    /** The same of what the program itself may have done in no time worth a word: {@code 不到 1 秒}. */
    public static String spent(Duration d) {
        return d.toSeconds() < 1 ? "不到 1 秒" : length(d);
    }

    /** In whole seconds, the last one begun: late by a millisecond is not late by nothing. Nothing finer is looked at. */
    public static Duration begun(Duration late) {
        return Duration.ofSeconds(late.plusMillis(999).toSeconds());
    }

    /** To the second, as rules say a limit: below two days in hours, such as {@code 24 小时}, from there in days, such as {@code 7 天}. */
    public static String whole(Duration d) {
        return d.compareTo(TWO_DAYS) < 0 ? inHours(d) : inDays(d, "天");
    }

    /** To the second, where working days are counted and each has 24 hours: such as {@code 5 个工作日}. */
    public static String workingDays(Duration d) {
        return inDays(d, "个工作日");
    }

    /** To the second, where working hours are counted: never in days, for a working day has fewer hours than a day. */
    public static String workingHours(Duration d) {
        return inHours(d);
    }

    /** Where whole days are counted and none is a number like the others: {@code 0 天}. */
    public static String days(long n) {
        return n + " 天";
    }

    private static String rough(Duration d) {
        return d.toHours() > 0 ? large(d) : d.toMinutes() + " 分钟";
    }

    private static String large(Duration d) {
        return d.toDays() > 0
                ? said("", n(d.toDays(), "天"), n(d.toHoursPart(), "小时"))
                : said("", n(d.toHours(), "小时"), n(d.toMinutesPart(), "分"));
    }

    private static String inHours(Duration d) {
        return exact("", d.toHours(), d);
    }

    private static String inDays(Duration d, String unit) {
        return exact(n(d.toDays(), unit), d.toHoursPart(), d);
    }

    private static String exact(String days, long hours, Duration d) {
        return said("0 分钟", days, n(hours, "小时"), n(d.toMinutesPart(), "分钟"), n(d.toSecondsPart(), "秒"));
    }

    private static String said(String none, String... parts) {
        var words = Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return words.isEmpty() ? none : words;
    }

    private static String n(long n, String unit) {
        return n > 0 ? n + " " + unit : "";
    }
}
