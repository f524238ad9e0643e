package org.minqing.notice;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.minqing.appeal.Responsibility;
import org.minqing.code.Coded;
import org.minqing.notice.channel.Channel;

/**
 * What a row of {@code notices.dmn} says: who hears of it, and how.
 *
 * @param tell        {@link #OFFERED}, {@link #RESIDENT}, {@link #NAMED}, {@link #ON_DUTY}, or the code of a post
 * @param channels    by which of them, as far as the locality has set them up
 * @param after       so long after it happened
 * @param waits       whether it waits where somebody does not want to be disturbed
 * @param unlessTaken whether only while nobody has taken the task
 */
public record NoticeRule(String tell, Set<Channel> channels, Duration after, boolean waits, boolean unlessTaken) {

    /** Whoever has the task, or could take it; of an appeal those of all its open tasks. */
    public static final String OFFERED = "offered";

    public static final String RESIDENT = "resident";

    /** Whoever is on duty in the locality by its roster. */
    public static final String ON_DUTY = "onDuty";

    /** Whom the fact itself names. */
    public static final String NAMED = "named";

    /**
     * @param cell the text of an output by its name, empty for an empty cell
     * @return empty where nobody hears of it, and no step follows
     * @throws IllegalArgumentException naming the output whose cell cannot be that
     */
    public static Optional<NoticeRule> of(UnaryOperator<String> cell) {
        var tell = cell.apply("tell");
        if (tell.isEmpty()) {
            return Optional.empty();
        }
        var channels = Responsibility.posts(cell.apply("channels")).stream()
                .map(NoticeRule::channel)
                .collect(Collectors.toUnmodifiableSet());
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels: 渠道不能空着。It says no channel.");
        }
        return Optional.of(new NoticeRule(
                tell, channels, after(cell.apply("after")), yes("waits", cell), yes("unlessTaken", cell)));
    }

    private static Channel channel(String code) {
        return Coded.find(Channel.class, code)
                .orElseThrow(() -> new IllegalArgumentException("channels: 没有“" + code + "”这个渠道。No such channel."));
    }

    private static Duration after(String text) {
        try {
            var after = Duration.parse(text);
            if (!after.isNegative()) {
                return after;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new IllegalArgumentException("after: 不是 ISO 8601 时长“" + text + "”。It is no ISO 8601 duration.");
    }

    private static boolean yes(String output, UnaryOperator<String> cell) {
        return switch (cell.apply(output)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(output + ": 只能是 yes 或 no。Only yes or no.");
        };
    }
}
