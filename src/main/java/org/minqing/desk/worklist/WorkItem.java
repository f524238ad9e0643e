package org.minqing.desk.worklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.minqing.sla.due.DueState;

/**
 * A task as a list shows it.
 *
 * @param name     what is to be done, in Chinese
 * @param form     id of the form to fill in
 * @param subject  what it is about; told as if its fields were the task's own
 * @param dueAt    ISO time with +08:00, or null
 * @param timeLeft the same in words
 * @param clock    which limit that is, such as {@code 签收}; empty if it goes without saying
 * @param due      how it stands to that limit
 * @param news     what is new about it, such as {@code 居民已答复}; null if nothing is
 * @param mine     whether this person holds it; else it is open to his post
 * @param barred   why this person may not do it, in Chinese; null if he may
 * @param fields   what the form asks for
 */
public record WorkItem(
        String id,
        String name,
        String form,
        @JsonUnwrapped TaskSubject subject,
        String dueAt,
        String timeLeft,
        String clock,
        DueState due,
        String news,
        boolean mine,
        String barred,
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
