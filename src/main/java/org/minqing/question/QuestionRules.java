package org.minqing.question;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** How many questions may wait, and how long: the rules of {@code questions.yml}. */
@Component
class QuestionRules {

    private record File(int mostOpen, Map<String, String> answerWithin, String otherwise) {}

    private final int mostOpen;
    private final Map<String, Duration> answerWithin = new TreeMap<>();
    private final Duration otherwise;

    /** @throws IllegalStateException if the file cannot be used */
    QuestionRules() {
        var file = new PolicyFile("questions.yml").read(File.class);
        if (file.mostOpen() < 1) {
            throw new IllegalStateException("questions.yml: mostOpen: at least 1 question");
        }
        mostOpen = file.mostOpen();
        file.answerWithin()
                .forEach((urgency, length) -> answerWithin.put(urgency, length("answerWithin." + urgency, length)));
        otherwise = length("otherwise", file.otherwise());
    }

    int mostOpen() {
        return mostOpen;
    }

    /** @param urgency a code of {@code urgency.dmn} */
    Duration answerWithin(String urgency) {
        return answerWithin.getOrDefault(urgency, otherwise);
    }

    private static Duration length(String field, String text) {
        try {
            var length = Duration.parse(text);
            if (length.compareTo(Duration.ofMinutes(1)) >= 0) {
                return length;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("questions.yml: " + field + ": no length such as PT2H or P3D: " + text, e);
        }
        throw new IllegalStateException("questions.yml: " + field + ": at least a minute, not " + text);
    }
}
