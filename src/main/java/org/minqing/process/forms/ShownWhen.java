package org.minqing.process.forms;

import java.util.List;

/**
 * For which choices a field is shown, so that whoever draws the form need not evaluate its conditions.
 *
 * @param on      the fields it depends on
 * @param answers every combination of their answers with which it is shown, in the order of {@code on}; empty text where
 *                nothing is chosen, {@code true} for a box that is ticked
 */
public record ShownWhen(List<String> on, List<List<String>> answers) {

    public ShownWhen {
        on = List.copyOf(on);
        answers = List.copyOf(answers);
    }
}
