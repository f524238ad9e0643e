package org.minqing.desk.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.minqing.appeal.CalendarKind;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Post;
import org.minqing.sla.LimitChangeReason;
import org.minqing.sla.ledger.LedgerKind;
import org.minqing.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The codes of the ledger in Chinese. What is not known stays as it stands: it may be what an auditor looks for. */
@Component
public class LedgerWords {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final MessageSource messages;

    LedgerWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Such as {@code 限时 2 小时；连续计时} for {@code budget=PT2H;calendar=running}. */
    String detail(String detail, Locality locality) {
        return Arrays.stream(detail.split(";"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair(pair, locality))
                .collect(Collectors.joining("；"));
    }

    /** The Chinese word for a kind of fact. */
    static String kind(String kind) {
        return Arrays.stream(LedgerKind.values())
                .filter(k -> k.name().equals(kind))
                .map(LedgerKind::label)
                .findFirst()
                .orElse(kind);
    }

    /** Such as {@code 2 小时 5 分}; seconds only below an hour. */
    public static String length(Duration d) {
        var words = part(d.toDays(), "天") + part(d.toHoursPart(), "小时");
        words += d.toDays() > 0 ? "" : part(d.toMinutesPart(), "分");
        words += d.toHours() > 0 ? "" : part(d.toSecondsPart(), "秒");
        return words.isEmpty() ? "0 秒" : words.strip();
    }

    /** In whole seconds, the last one begun: late by a millisecond is not late by nothing. */
    public static Duration begun(Duration late) {
        return Duration.ofSeconds(late.plusMillis(999).toSeconds());
    }

    /** As rules say it: up to two days in hours. */
    private static String budget(Duration d) {
        return d.toHours() > 0 && d.toDays() < 2 && d.toMinutesPart() == 0 ? d.toHours() + " 小时" : length(d);
    }

    /** Such as {@code 2026-11-21 19:00:00}, in Asia/Shanghai. */
    static String seconds(Instant at) {
        return SECONDS.format(at.atZone(Times.ZONE));
    }

    private static String part(long n, String unit) {
        return n == 0 ? "" : n + " " + unit + " ";
    }

    private String pair(String pair, Locality locality) {
        var parts = pair.split("=", 2);
        if (parts.length < 2) {
            return pair;
        }
        try {
            var value = value(parts[0], parts[1], locality);
            return messages.getMessage("ledger.detail." + parts[0], new Object[] {value}, pair, Locale.CHINA);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return pair;
        }
    }

    private String value(String key, String value, Locality locality) {
        return switch (key) {
            case "budget" -> budget(Duration.parse(value));
            case "by" -> length(Duration.parse(value));
            case "until", "from", "ended", "at" -> seconds(Instant.parse(value));
            // The codes of LimitChangeReason are ledger codes as well.
            case "reason" -> LimitChangeReason.of(value).label();
            case "post" -> locality.post(value).map(Post::name).orElse(value);
            case "calendar" ->
                Arrays.stream(CalendarKind.values())
                        .filter(k -> k.code().equals(value))
                        .map(CalendarKind::label)
                        .findFirst()
                        .orElse(word(key + ".digest", value));
            default -> word(key + "." + value, value);
        };
    }

    private String word(String code, String value) {
        return messages.getMessage("ledger.value." + code, new Object[] {value}, value, Locale.CHINA);
    }
}
