package org.minqing.desk.tasks;

import java.util.List;

/**
 * A field as a page shows it.
 *
 * @param type      the form-js component type
 * @param value     what stands in it
 * @param shown     whether it belongs to the choices made so far
 * @param shownWhen the same for every choice, as JSON for a script; null if it is always shown
 * @param decides   whether other fields come and go with its answer
 * @param notWith   labels of the choices with which it is not asked for
 * @param problem   what is wrong with it; null if nothing is
 * @param replies   texts that are often written here
 */
record FormLine(
        String key,
        String label,
        String hint,
        String type,
        boolean required,
        Integer maxLength,
        List<Option> options,
        String value,
        boolean shown,
        String shownWhen,
        boolean decides,
        List<String> notWith,
        String problem,
        List<String> replies) {

    record Option(String value, String label, boolean chosen) {}
}
