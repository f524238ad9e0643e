package org.minqing.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** A process variable: one name, one type, declared once in {@link AppealVariables}. */
public record Variable<T>(String name, Class<T> type, boolean kept) {

    /** A routing fact that stays with the process instance. */
    static <T> Variable<T> kept(String name, Class<T> type) {
        return new Variable<>(name, type, true);
    }

    /** Known until the transaction ends, never written down. */
    public static <T> Variable<T> passing(String name, Class<T> type) {
        return new Variable<>(name, type, false);
    }

    /** Null if it is not set. */
    public T get(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, typed(value));
    }

    public void put(VariableMap map, T value) {
        map.putValueTyped(name, typed(value));
    }

    private TypedValue typed(Object value) {
        return kept ? Variables.untypedValue(value) : Variables.untypedValue(value, true);
    }
}
