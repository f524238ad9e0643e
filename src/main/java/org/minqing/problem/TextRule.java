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
        return Optional.empty();
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
