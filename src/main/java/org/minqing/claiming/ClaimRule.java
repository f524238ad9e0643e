package org.minqing.claiming;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.minqing.appeal.Responsibility;

/**
 * What a row of {@code volunteer-claim.dmn} says.
 *
 * @param leaders        codes of the posts that are offered it first; empty if nobody is
 * @param leadersHave    how long, by day and night
 * @param volunteers     codes of the posts that are offered it after them; empty if nobody is
 * @param volunteersHave how long after that
 * @param postWaits      whether the post that answers for it waits meanwhile
 * @param team           how many may do it together, whoever leads included
 * @param lead           whether somebody is to lead it on the day of the judgement, and how that is counted
 */
public record ClaimRule(
        List<String> leaders,
        Duration leadersHave,
        List<String> volunteers,
        Duration volunteersHave,
        boolean postWaits,
        int team,
        Optional<Lead> lead) {

    private static final String SAME_DAY = "sameDay";
    private static final List<String> ALL =
            List.of("leadersHave", "volunteersHave", "postWaits", "team", "lead", "leadAtLeast", "leadWarnBefore");

    /**
     * A lead on the same day (党员领办).
     *
     * @param atLeast    so much office time must be left of a day, or the next working day is the day
     * @param warnBefore so much office time before its end
     */
    public record Lead(Duration atLeast, Duration warnBefore) {}

    /**
     * @param cell the text of an output by its name, empty for an empty cell
     * @return empty where nobody may claim it
     * @throws IllegalArgumentException naming the output whose cell cannot be that
     */
    public static Optional<ClaimRule> of(UnaryOperator<String> cell) {
        var leaders = Responsibility.posts(cell.apply("leaders"));
        var volunteers = Responsibility.posts(cell.apply("volunteers"));
        if (leaders.isEmpty() && volunteers.isEmpty()) {
            ALL.stream()
                    .filter(column -> !cell.apply(column).isEmpty())
                    .findFirst()
                    .ifPresent(column -> {
                        throw new IllegalArgumentException(
                                column + ": 岗位两栏都空着，这一栏也要空着。Without posts this is empty too.");
                    });
            return Optional.empty();
        }
        return Optional.of(new ClaimRule(
                leaders,
                had(cell, "leadersHave", leaders),
                volunteers,
                had(cell, "volunteersHave", volunteers),
                yes(cell.apply("postWaits")),
                team(cell.apply("team")),
                lead(cell)));
    }

    private static Optional<Lead> lead(UnaryOperator<String> cell) {
        var lead = cell.apply("lead");
        if (lead.isEmpty()) {
            return Optional.empty();
        }
        if (!lead.equals(SAME_DAY)) {
            throw new IllegalArgumentException("lead: 只能空着或写 sameDay。It is sameDay or empty.");
        }
        var found = new Lead(duration(cell, "leadAtLeast"), duration(cell, "leadWarnBefore"));
        if (found.warnBefore().compareTo(found.atLeast()) >= 0) {
            throw new IllegalArgumentException("leadWarnBefore: 必须短于 leadAtLeast。It must be shorter than leadAtLeast.");
        }
        return Optional.of(found);
    }

    private static Duration had(UnaryOperator<String> cell, String output, List<String> posts) {
        if (posts.isEmpty() && cell.apply(output).isEmpty()) {
            return Duration.ZERO;
        }
        if (posts.isEmpty()) {
            throw new IllegalArgumentException(output + ": 没有岗位，这一栏也要空着。Without a post this is empty too.");
        }
        return duration(cell, output);
    }

    private static boolean yes(String text) {
        if (!text.isEmpty() && !text.equals("yes")) {
            throw new IllegalArgumentException("postWaits: 只能空着或写 yes。It is yes or empty.");
        }
        return text.equals("yes");
    }

    private static int team(String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("team: 要写 1 到 99 的数。It is a number from 1 to 99.");
        }
        return Integer.parseInt(text);
    }

    private static Duration duration(UnaryOperator<String> cell, String output) {
        try {
            var duration = Duration.parse(cell.apply(output));
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException(output + ": 必须大于零。It must be longer than zero.");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    output + ": 不是 ISO 8601 时长“" + cell.apply(output) + "”。It is no ISO 8601 duration.", e);
        }
    }
}
