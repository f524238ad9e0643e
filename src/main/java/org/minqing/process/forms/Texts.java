package org.minqing.process.forms;

import org.minqing.problem.TextRule;

/** Answers that are text. What people write is kept as it is, markup and braces included; it is never run. */
class Texts {

    private Texts() {}

    /** Returns the text without blanks around it, or null if nothing is left. */
    static String read(FieldRule rule, Object value) {
        if (!(value instanceof String written)) {
            throw notText();
        }
        // Browsers send line breaks of a plain HTML form as CR LF.
        var text = trim(written.replace("\r\n", "\n"));
        if (text.isEmpty()) {
            return null;
        }
        refuseUnwritable(text, rule.field());
        refuseLength(text.codePointCount(0, text.length()), rule);
        if (rule.pattern() != null && !rule.pattern().matcher(text).find()) {
            throw new BadAnswer("格式不正确", "does not have the expected format");
        }
        return text;
    }

    static BadAnswer notText() {
        return new BadAnswer("应为文字", "must be text");
    }

    private static void refuseLength(int length, FieldRule rule) {
        var min = rule.minLength();
        var max = rule.field().maxLength();
        if (min != null && length < min) {
            throw new BadAnswer("至少填写 " + min + " 个字", "must have at least " + min + " characters");
        }
        if (max != null && length > max) {
            throw new BadAnswer(
                    "最多填写 " + max + " 个字，现有 " + length + " 个字",
                    "must have at most " + max + " characters, has " + length);
        }
    }

    private static void refuseUnwritable(String text, FormField field) {
        if (text.codePoints().anyMatch(c -> TextRule.unwritable(c) && c != '\n' && c != '\t')) {
            throw new BadAnswer("含有不能保存的字符", "contains characters that cannot be stored");
        }
        TextRule.misleading(field.key(), text).ifPresent(flaw -> {
            throw new BadAnswer(flaw.zh(), flaw.en());
        });
        if (!field.type().equals("textarea") && text.indexOf('\n') >= 0) {
            throw new BadAnswer("只能填写一行", "must be a single line");
        }
    }

    /** Like strip(), and also takes no-break and zero-width blanks, with which a required field would look empty. */
    private static String trim(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isSpaceChar(c) || c == '\n' || c == '\t' || c == '\u200B' || c == '\uFEFF';
    }
}
