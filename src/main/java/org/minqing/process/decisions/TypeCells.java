package org.minqing.process.decisions;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Responsibility;
import org.minqing.appeal.Track;
import org.minqing.code.Coded;
import org.minqing.handling.ResultOutcome;

/**
 * What one row of {@code appeal-type.dmn} answers.
 *
 * @param cell the text of an output by its name, empty for an empty cell
 */
public record TypeCells(UnaryOperator<String> cell) {

    /** What the model knows a way for. */
    private static final Set<String> TRACKS = Set.of(Track.HANDLE, Track.ANSWER, Track.THANK, "confidential");

    private static final Set<String> ANSWERED = Set.of(Track.ANSWER, Track.THANK);

    /** The others are those of everybody who has work. */
    private static final Set<String> SKIPPED = Set.of("respond", "arrive");

    /** @throws IllegalArgumentException naming the output whose cell says what the program does not know */
    void check() {
        var track = cell.apply("track");
        require(TRACKS.contains(track), "track", track);
        require(Set.of("yes", "no").contains(cell.apply("rated")), "rated", cell.apply("rated"));
        require(!ANSWERED.contains(track) || !cell.apply("answerPosts").isEmpty(), "answerPosts", "");
        var outcomes = Responsibility.posts(cell.apply("outcomes"));
        require(!outcomes.isEmpty(), "outcomes", "");
        outcomes.forEach(code -> require(Coded.find(ResultOutcome.class, code).isPresent(), "outcomes", code));
        clocks(cell.apply("skippedClocks"));
    }

    /**
     * @param skipped such as {@code "respond,arrive"}; null where nobody was asked
     * @throws IllegalArgumentException naming a clock that every appeal has
     */
    public static Set<ClockKind> clocks(String skipped) {
        var clocks = EnumSet.noneOf(ClockKind.class);
        Responsibility.posts(skipped == null ? "" : skipped).forEach(code -> {
            require(SKIPPED.contains(code), "skippedClocks", code);
            clocks.add("respond".equals(code) ? ClockKind.RESPOND : ClockKind.ARRIVE);
        });
        return clocks;
    }

    private static void require(boolean known, String output, String value) {
        if (!known) {
            throw new IllegalArgumentException(output + ": 不能是“" + value + "”。It cannot be that.");
        }
    }
}
