package org.minqing.process.guard;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * An expression that without a variable scope is evaluated only if its text is one of {@link FilterExpressions}.
 *
 * <p>Models always bring a scope. Only task queries do not, and those are what CVE-2026-109432 sends.
 */
final class GuardedExpression extends JuelExpression {

    GuardedExpression(ValueExpression expression, JuelExpressionManager manager, String text) {
        super(expression, manager, text);
    }

    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
        if (scope == null) {
            FilterExpressions.require(expressionText);
        }
        return super.getValue(scope, execution);
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
        if (scope == null) {
            throw new BadUserRequestException("An expression without a process cannot set a value.");
        }
        super.setValue(value, scope, execution);
    }
}
