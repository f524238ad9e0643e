package org.minqing.wording;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The grams of a text. Chinese has no blanks between words, so every Han sign is one and every two that stand side by side; a run
 * of letters and digits is one as a whole. Made here and not in the database, whose own way of it depends on its locale.
 */
public final class Grams {

    /** A longer run is cut: an index takes no key of any length, and nobody looks for one. */
    private static final int LONGEST = 24;

    private Grams() {}

    /** Without repetition. */
    public static Set<String> of(String text) {
        var grams = new LinkedHashSet<String>();
        for (var run : runs(plain(text))) {
            if (!isHan(run.codePointAt(0))) {
                grams.add(cut(run));
                continue;
            }
            var signs = run.codePoints().mapToObj(Character::toString).toList();
            grams.addAll(signs);
            for (int i = 1; i < signs.size(); i++) {
                grams.add(signs.get(i - 1) + signs.get(i));
            }
        }
        return grams;
    }

    /** As it is compared: wide and narrow signs, large and small letters are the same. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The longest pieces of Han signs alone, or of other letters and digits alone. */
    static List<String> runs(String plain) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        var before = 0;
        for (int c : plain.codePoints().toArray()) {
            var kind = kind(c);
            if (kind != before && !run.isEmpty()) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (kind > 0) {
                run.appendCodePoint(c);
            }
            before = kind;
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    private static int kind(int c) {
        if (isHan(c)) {
            return 1;
        }
        return Character.isLetterOrDigit(c) ? 2 : 0;
    }

    private static boolean isHan(int c) {
        return UnicodeScript.of(c) == UnicodeScript.HAN && Character.isLetterOrDigit(c);
    }

    private static String cut(String run) {
        return run.codePointCount(0, run.length()) <= LONGEST
                ? run
                : run.substring(0, run.offsetByCodePoints(0, LONGEST));
    }
}
