package org.minqing.process.forms;

import java.util.List;

/**
 * What a program must know to fill in one field of a form.
 *
 * @param key       the name under which the answer is sent
 * @param type      the form-js component type, such as {@code textarea} or {@code radio}
 * @param label     the Chinese label
 * @param hint      a sentence in Chinese that helps to answer; null without one
 * @param required  whether an answer is needed while the field is visible
 * @param maxLength the longest text in code points; null where the type has no text or no limit is set
 * @param preset    the answer with which the form opens; null without one
 * @param options   the fixed choices of the field; empty where there are none or {@code valuesKey} names them
 * @param valuesKey the name of the list of choices that depends on the task; null where the choices are fixed
 */
public record FormField(
        String key,
        String type,
        String label,
        String hint,
        boolean required,
        Integer maxLength,
        String preset,
        List<Option> options,
        String valuesKey) {

    public FormField {
        options = List.copyOf(options);
    }

    /** One fixed choice: the code that is sent and the Chinese label that is shown. */
    public record Option(String value, String label) {}
}
