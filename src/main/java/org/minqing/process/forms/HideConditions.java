package org.minqing.process.forms;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Says whether a field is hidden. The expressions come from our form files alone; answers reach them as values of
 * variables and never as text of an expression.
 */
class HideConditions {

    private static final FeelEngine FEEL = new FeelParsedOnce().createInstance();

    private HideConditions() {}

    /**
     * As in form-js, only a plain true hides.
     *
     * @param answers every field of the form, with null where nothing was answered: an unknown name would be an error
     */
    static boolean hidden(FieldRule rule, Map<String, Object> answers) {
        var variables = Variables.fromMap(answers).asVariableContext();
        return rule.hiddenBy().stream()
                .anyMatch(hide -> Boolean.TRUE.equals(FEEL.<Object>evaluateSimpleExpression(hide, variables)));
    }
}
