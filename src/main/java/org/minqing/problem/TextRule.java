package org.minqing.problem;

import java.util.Optional;

/** What text from outside may contain. It is stored and shown as it is and never evaluated. */
public final class TextRule {

    private TextRule() {}

    /**
     * @param max the most characters, counted as people count them (code points)
     * @return what is wrong with the text, if anything
     */
    public static Optional<FieldProblem> flaw(String field, String text, int max) {
        if (text.codePointCount(0, text.length()) > max) {
            return Optional.of(new FieldProblem(field, "不能超过 " + max + " 个字", "longer than " + max + " characters"));
        }
        if (text.codePoints().anyMatch(TextRule::forbidden)) {
            return Optional.of(new FieldProblem(field, "含有不能显示的控制字符", "contains control characters"));
        }
        return misleading(field, text);
    }

    /**
     * What is wrong if people would read something else than what is written: characters that turn the order of what
     * follows them, or nothing but characters that take no room. Joiners within a sign and marks of direction are fine.
     */
    public static Optional<FieldProblem> misleading(String field, String text) {
        if (text.codePoints().noneMatch(TextRule::turnsTheOrder)
                && (text.isBlank() || !text.codePoints().allMatch(TextRule::invisible))) {
            return Optional.empty();
        }
        return Optional.of(
                new FieldProblem(field, "含有颠倒文字顺序的字符，或没有看得见的文字", "turns the order of the text, or shows nothing"));
    }

    /** Embeddings, overrides and isolates of the bidirectional algorithm, and their ends. */
    private static boolean turnsTheOrder(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                // Fillers and the empty braille cell count as letters and signs, and variation selectors as marks.
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x2800
                || (c >= 0xFE00 && c <= 0xFE0F);
    }

    /** What cannot be shown; line feed, return and tab can. */
    private static boolean forbidden(int c) {
        return unwritable(c) && c != '\n' && c != '\r' && c != '\t';
    }

    /** Control characters, line breaks among them, lone surrogates and the two non-characters of each plane. */
    public static boolean unwritable(int codePoint) {
        var type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
