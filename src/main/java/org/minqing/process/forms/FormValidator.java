package org.minqing.process.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;

/**
 * Checks on the server what a person filled in. The engine stores whatever it is sent, so everything that completes a
 * task or starts an appeal from a form passes here first (S-04).
 */
public final class FormValidator {

    private static final int UNKNOWN_FIELDS_NAMED = 20;
    private static final int NAME_LENGTH_SHOWN = 60;

    private final FormSchema form;
    private final Map<String, List<String>> choices;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Map<String, Object> read = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    private FormValidator(FormSchema form, Map<String, List<String>> choices) {
        this.form = form;
        this.choices = choices;
    }

    /**
     * Checks answers against a form.
     *
     * @param form    the form that was filled in
     * @param answers what was sent, as plain JSON values; null values count as not sent
     * @param choices the codes that may be picked, for each {@code valuesKey} of the form
     * @return the accepted answers in the order of the form; fields without an answer are left out
     * @throws InvalidInput naming each refused field; then nothing was accepted
     */
    public static LinkedHashMap<String, Object> validate(
            FormSchema form, Map<String, Object> answers, Map<String, List<String>> choices) {
        return new FormValidator(form, choices).check(answers);
    }

    private LinkedHashMap<String, Object> check(Map<String, Object> answers) {
        form.rules().forEach(rule -> read(rule, answers.get(rule.field().key())));
        refuseUnknown(answers);
        form.rules().stream().filter(rule -> !dependsOnRefused(rule)).forEach(this::checkPresence);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var accepted = new LinkedHashMap<String, Object>();
        form.fields().stream()
                .map(FormField::key)
                .filter(key -> read.get(key) != null)
                .forEach(key -> accepted.put(key, read.get(key)));
        return accepted;
    }

    private void read(FieldRule rule, Object value) {
        var field = rule.field();
        read.put(field.key(), null);
        if (value == null) {
            return;
        }
        try {
            read.put(field.key(), AnswerKind.of(field.type()).orElseThrow().read(rule, value, choices));
        } catch (BadAnswer bad) {
            refuse(field, bad.zh(), bad.en());
            refused.add(field.key());
        }
    }

    /** One mistake, one message: nothing more is said of a refused answer, nor of fields that it would show or hide. */
    private boolean dependsOnRefused(FieldRule rule) {
        return refused.contains(rule.field().key())
                || rule.hiddenBy().stream().anyMatch(hide -> refused.stream().anyMatch(hide::contains));
    }

    private void checkPresence(FieldRule rule) {
        var field = rule.field();
        var answer = read.get(field.key());
        if (HideConditions.hidden(rule, read)) {
            if (answer != null) {
                refuse(field, "在当前选项下不需要填写", "does not apply to the choice made");
            }
        } else if (field.required() && (answer == null || answer.equals(false))) {
            refuse(field, "必须填写", "is required");
        }
    }

    private void refuse(FormField field, String zh, String en) {
        problems.add(new FieldProblem(field.key(), "“" + field.label() + "”" + zh + "。", field.key() + " " + en + "."));
    }

    private void refuseUnknown(Map<String, Object> answers) {
        var known = form.fields().stream().map(FormField::key).collect(Collectors.toSet());
        answers.keySet().stream()
                .filter(key -> !known.contains(key))
                .limit(UNKNOWN_FIELDS_NAMED)
                .map(FormValidator::printable)
                .map(key -> new FieldProblem(key, "表单中没有这一项。", "The form has no such field."))
                .forEach(problems::add);
    }

    /** A name that the caller made up goes into an answer and perhaps a log, so it must not carry lines of its own. */
    private static String printable(String key) {
        var plain = key.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() <= NAME_LENGTH_SHOWN ? plain : plain.substring(0, NAME_LENGTH_SHOWN) + "…";
    }
}
