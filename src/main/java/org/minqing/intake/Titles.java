package org.minqing.intake;

import java.util.regex.Pattern;
import org.minqing.problem.TextRule;

/** Makes a title of what somebody said, for whoever gave none. */
public final class Titles {

    private static final int LEAST = 2;
    private static final int MOST = 30;

    /** Where a sentence ends, and where one may be cut if it is too long. */
    private static final String SENTENCE = "(?<=[。！？；!?;\\n\\r])";

    private static final String CLAUSE = "(?<=[，、,：:。！？；!?;\\n\\r])";
    /** Whom to call is for those who may ask for it: a title stands in every list. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9０-９][0-9０-９ \\-－]{5,18}[0-9０-９]");

    private static final String BETWEEN = "[\\s,.;:!?，。、；：！？…—-]+";

    private Titles() {}

    /**
     * The first sentence; of a long one as many clauses as fit, and of a long clause its beginning; without telephone numbers.
     *
     * @param description what was said, already checked
     * @return 2 to 30 characters in one line
     */
    public static String of(String description) {
        var sentence = first(withoutPhones(description), SENTENCE);
        if (length(sentence) <= MOST) {
            return sentence;
        }
        var title = "";
        for (var clause : sentence.split(CLAUSE)) {
            if (length(oneLine(title + clause)) > MOST) {
                break;
            }
            title = oneLine(title + clause);
        }
        title = trimmed(title);
        return length(title) < LEAST ? cut(sentence) : title;
    }

    private static String withoutPhones(String description) {
        var rest = PHONE.matcher(description).replaceAll("");
        return length(oneLine(rest)) < LEAST ? description : rest;
    }

    /** The first part that says something; parts that do not are taken together. */
    private static String first(String description, String ends) {
        var text = "";
        for (var part : description.split(ends)) {
            text = text.isEmpty() ? part : text + part;
            var said = trimmed(oneLine(text));
            if (length(said) >= LEAST && TextRule.misleading("title", said).isEmpty()) {
                return said;
            }
        }
        // Nothing but punctuation: then that is the title.
        var all = oneLine(description);
        return length(all) <= MOST ? all : cut(all);
    }

    private static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, MOST - 1)).strip() + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String trimmed(String text) {
        return text.replaceAll("^" + BETWEEN + "|" + BETWEEN + "$", "");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
