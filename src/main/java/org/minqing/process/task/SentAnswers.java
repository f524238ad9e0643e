package org.minqing.process.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;

/** Answers as the engine's interface hands them on: each of a type that the caller chose, and read only when asked for. */
final class SentAnswers {

    private SentAnswers() {}

    /**
     * Their values; nothing sent is nothing answered.
     *
     * @throws InvalidInput naming each that cannot be read as what it says it is
     */
    static Map<String, Object> read(Map<String, Object> sent) {
        var answers = new HashMap<String, Object>();
        var problems = new ArrayList<FieldProblem>();
        for (var name : sent == null ? Map.<String, Object>of().keySet() : sent.keySet()) {
            try {
                answers.put(name, sent.get(name));
            } catch (RuntimeException unreadable) {
                // An object that nobody made, JSON that is none, XML for which there is no reader: each has its own
                // exception.
                problems.add(new FieldProblem(name, "“" + name + "”的类型或内容不正确。", name + " cannot be read as its type."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return answers;
    }
}
