package org.minqing.desk.worklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A task as a list shows it.
 *
 * @param name     what is to be done, in Chinese
 * @param form     id of the form to fill in
 * @param subject  what it is about; told as if its fields were the task's own
 * @param dueAt    ISO time with +08:00, or null
 * @param timeLeft the same in words
 * @param acceptBy ISO time with +08:00 by which somebody is to take it; null if that does not matter or was done
 * @param mine     whether this person holds it; else it is open to his post
 * @param fields   what the form asks for
 */
public record WorkItem(
        String id,
        String name,
        String form,
        @JsonUnwrapped TaskSubject subject,
        String dueAt,
        String timeLeft,
        String acceptBy,
        boolean mine,
        List<Field> fields) {

    /**
     * @param hint      a sentence that helps to answer; null without one
     * @param preset    the answer with which the form opens; null without one
     * @param choices   codes and labels to pick from; empty for free text
     * @param shownWhen null if it is always shown
     */
    public record Field(
            String key,
            String label,
            String hint,
            String type,
            boolean required,
            Integer maxLength,
            String preset,
            List<Choice> choices,
            ShownWhen shownWhen) {}

    public record Choice(String value, String label) {}

    /**
     * @param on      keys of the fields whose answers decide
     * @param answers each combination with which the field is shown, in the order of {@code on}; empty text for no answer
     */
    public record ShownWhen(List<String> on, List<List<String>> answers) {}
}
