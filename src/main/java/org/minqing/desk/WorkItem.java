package org.minqing.desk;

import java.util.List;

/**
 * A task as a list shows it.
 *
 * @param name     what is to be done, in Chinese
 * @param form     id of the form to fill in
 * @param number   of the appeal
 * @param dueAt    ISO time with +08:00, or null
 * @param timeLeft the same in words
 * @param mine     whether this person holds it; else it is open to his post
 * @param fields   what the form asks for
 */
public record WorkItem(
        String id,
        String name,
        String form,
        String number,
        String title,
        String categoryName,
        String urgencyName,
        String dueAt,
        String timeLeft,
        boolean mine,
        List<Field> fields) {

    /** @param choices codes and labels to pick from; empty for free text */
    public record Field(
            String key, String label, String type, boolean required, Integer maxLength, List<Choice> choices) {}

    public record Choice(String value, String label) {}
}
