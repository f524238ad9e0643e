package org.minqing.desk.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.minqing.appeal.CalendarKind;
import org.minqing.code.Coded;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Post;
import org.minqing.sla.LimitChangeReason;
import org.minqing.sla.ledger.LedgerKind;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The codes of the ledger in Chinese. What is not known stays as it stands: it may be what an auditor looks for. */
@Component
class LedgerWords {

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

    /** Such as {@code 2026-11-21 19:00:00}, in Asia/Shanghai. */
    static String seconds(Instant at) {
        return SECONDS.format(at.atZone(Times.ZONE));
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
            case "budget" -> Spans.whole(Duration.parse(value));
            case "by" -> Spans.length(Duration.parse(value));
            case "until", "from", "ended", "counted" -> Times.exactEnd(Instant.parse(value));
            case "at" -> seconds(Instant.parse(value));
            // The codes of LimitChangeReason are ledger codes as well.
            case "reason" -> Coded.of(LimitChangeReason.class, value).label();
            case "post", "passed" ->
                Arrays.stream(value.split(","))
                        .map(post -> locality.post(post).map(Post::name).orElse(post))
                        .collect(Collectors.joining("、"));
            case "calendar" ->
                Coded.find(CalendarKind.class, value).map(CalendarKind::label).orElse(word(key + ".digest", value));
            default -> word(key + "." + value, value);
        };
    }

    private String word(String code, String value) {
        return messages.getMessage("ledger.value." + code, new Object[] {value}, value, Locale.CHINA);
    }
}
