package org.minqing.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a page says at a field that cannot be accepted. */
@Component
public class FieldMessages {

    private final MessageSource messages;

    FieldMessages(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The first fault of each field, in the order of the fields. The text {@code wrong.<field>} goes first where there is one,
     * because rules are worded for programs too and a resident has never heard of {@code true}.
     */
    public Map<String, String> of(InvalidInput invalid) {
        var texts = new LinkedHashMap<String, String>();
        for (var problem : invalid.problems()) {
            texts.putIfAbsent(
                    problem.field(), messages.getMessage("wrong." + problem.field(), null, problem.zh(), Locale.CHINA));
        }
        return texts;
    }
}
