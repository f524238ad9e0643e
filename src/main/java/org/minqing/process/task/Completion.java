package org.minqing.process.task;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Actor;
import org.minqing.process.AppealVariables;
import org.minqing.process.Variable;

/** A form that somebody completed, on its way into the application and then back into the model. */
public final class Completion {

    private final String number;
    private final String instance;
    private final Actor by;
    private final Answers answers;
    private final VariableMap facts = Variables.createVariables();
    private boolean ended;

    Completion(String number, String instance, Actor by, Answers answers) {
        this.number = number;
        this.instance = instance;
        this.by = by;
        this.answers = answers;
        if (action() != null) {
            AppealVariables.ACTION.put(facts, action());
        }
    }

    /** Of what the task is about. */
    public String number() {
        return number;
    }

    /** Id of the process instance of the task: there may be several about one thing. */
    public String instance() {
        return instance;
    }

    public Actor by() {
        return by;
    }

    public Answers answers() {
        return answers;
    }

    public String text(String field) {
        return answers.text(field);
    }

    /** What he decided where the form offers several ways; null where it offers one. */
    public String action() {
        return answers.text("action");
    }

    /** A fact with which the process goes on. */
    public <T> void fact(Variable<T> variable, T value) {
        variable.put(facts, value);
    }

    public VariableMap facts() {
        return facts;
    }

    /** The act itself ended the task, and the process with it: there is nothing left to go on with. */
    public void ended() {
        ended = true;
    }

    boolean goesOn() {
        return !ended;
    }
}
