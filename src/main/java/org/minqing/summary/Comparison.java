package org.minqing.summary;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An original beside its summary, sign by sign: Chinese has no blanks between words. Put together, the parts of each side
 * are its text to the letter.
 */
public record Comparison(List<Part> original, List<Part> summary) {

    /** @param own whether it stands on this side only */
    public record Part(String text, boolean own) {}

    /** A number or a foreign word is read as a whole, and so is a sign that is put together, such as a flag. */
    private static final Pattern SIGN = Pattern.compile("[A-Za-z0-9]+|\\X");

    /** What is common between two changes and shorter than that is chance, and would tear both to shreds. */
    private static final int SHORTEST_COMMON = 2;

    public Comparison {
        original = List.copyOf(original);
        summary = List.copyOf(summary);
    }

    public static Comparison of(String original, String summary) {
        var from = signs(original);
        var to = signs(summary);
        var begin = common(from, to);
        var end = common(reversed(from.subList(begin, from.size())), reversed(to.subList(begin, to.size())));
        var deltas = deltas(from.subList(begin, from.size() - end), to.subList(begin, to.size() - end));
        var left = new ArrayList<Part>();
        var right = new ArrayList<Part>();
        add(left, from.subList(0, begin), false);
        add(right, to.subList(0, begin), false);
        for (var delta : deltas) {
            var common = delta.getType() == DeltaType.EQUAL && delta.getSource().size() >= SHORTEST_COMMON;
            add(left, delta.getSource().getLines(), !common);
            add(right, delta.getTarget().getLines(), !common);
        }
        add(left, from.subList(from.size() - end, from.size()), false);
        add(right, to.subList(to.size() - end, to.size()), false);
        return new Comparison(left, right);
    }

    /** In linear space: the usual way keeps a path for each difference, which two long strange texts have thousands of. */
    private static List<AbstractDelta<String>> deltas(List<String> from, List<String> to) {
        return DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas();
    }

    /** How many signs both begin with. What both begin and end with is common in any reading, and there chance has no say. */
    private static int common(List<String> from, List<String> to) {
        int n = 0;
        while (n < from.size() && n < to.size() && from.get(n).equals(to.get(n))) {
            n++;
        }
        return n;
    }

    private static List<String> reversed(List<String> signs) {
        var reversed = new ArrayList<>(signs);
        Collections.reverse(reversed);
        return reversed;
    }

    /** To the part before it, if that is of the same kind. */
    private static void add(List<Part> side, List<String> signs, boolean own) {
        if (signs.isEmpty()) {
            return;
        }
        var text = String.join("", signs);
        var last = side.size() - 1;
        if (last >= 0 && side.get(last).own() == own) {
            side.set(last, new Part(side.get(last).text() + text, own));
        } else {
            side.add(new Part(text, own));
        }
    }

    private static List<String> signs(String text) {
        return SIGN.matcher(text).results().map(MatchResult::group).toList();
    }
}
