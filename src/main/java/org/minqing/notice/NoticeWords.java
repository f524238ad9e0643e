package org.minqing.notice;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** What notices say: {@code notices.yml}. */
@Component
class NoticeWords {

    /** Beside the facts: a task where somebody is in danger. */
    static final String DANGER = "danger";

    private static final Set<String> FIELDS = Set.of("number", "step", "due");
    private static final Pattern FIELD = Pattern.compile("\\{([^}]*)}");
    private static final int LONGEST_TITLE = 20;

    record Said(String title, String text) {}

    private record File(Map<String, Said> words, QuietHours.Quiet quiet) {}

    private final Map<String, Said> words;
    private final QuietHours.Quiet quiet;

    /** @throws IllegalStateException naming the line, if a fact has no words, or words a field that there is not */
    NoticeWords() {
        this(new PolicyFile("notices.yml"));
    }

    NoticeWords(PolicyFile policy) {
        var file = policy.read(File.class);
        words = file.words;
        quiet = file.quiet;
        Arrays.stream(Fact.values())
                .map(Fact::code)
                .filter(code -> !words.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw wrong(code, "is missing");
                });
        words.forEach((code, said) -> {
            if (said.title.codePointCount(0, said.title.length()) > LONGEST_TITLE) {
                throw wrong(code + ".title", "is longer than " + LONGEST_TITLE + " signs");
            }
            FIELD.matcher(said.title + said.text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(field -> !FIELDS.contains(field))
                    .findFirst()
                    .ifPresent(field -> {
                        throw wrong(code + ".text", "there is no field {" + field + "}");
                    });
        });
    }

    private static IllegalStateException wrong(String where, String what) {
        return new IllegalStateException("notices.yml: words." + where + ": " + what);
    }

    /** @param values of every field; only ours are put in, and they are not looked through again */
    Said of(String code, Map<String, String> values) {
        var said = words.get(code);
        return new Said(
                said.title,
                FIELD.matcher(said.text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(values.get(found.group(1)))));
    }

    QuietHours.Quiet quiet() {
        return quiet;
    }
}
