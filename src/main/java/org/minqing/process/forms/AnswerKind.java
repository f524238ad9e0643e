package org.minqing.process.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of answers, each with the form-js components that give it and the reading of the JSON value. */
enum AnswerKind {
    TEXT("textfield", "textarea") {
        @Override
        Object read(FieldRule rule, Object value, Map<String, List<String>> choices) {
            return Texts.read(rule, value);
        }
    },
    NUMBER("number") {
        @Override
        Object read(FieldRule rule, Object value, Map<String, List<String>> choices) {
            return Numbers.read(rule, value);
        }
    },
    YES_OR_NO("checkbox") {
        @Override
        Object read(FieldRule rule, Object value, Map<String, List<String>> choices) {
            if (value instanceof Boolean) {
                return value;
            }
            throw new BadAnswer("只能选是或否（true、false）", "must be true or false");
        }
    },
    DATE_TIME("datetime") {
        @Override
        Object read(FieldRule rule, Object value, Map<String, List<String>> choices) {
            return DateTimes.read(value);
        }
    },
    DAY("date") {
        @Override
        Object read(FieldRule rule, Object value, Map<String, List<String>> choices) {
            return DateTimes.day(value);
        }
    },
    ONE_OF("radio", "select") {
        @Override
        Object read(FieldRule rule, Object value, Map<String, List<String>> choices) {
            return Choices.one(rule, value, choices);
        }
    },
    FILES(FormReader.FILES) {
        @Override
        Object read(FieldRule rule, Object value, Map<String, List<String>> choices) {
            return FileIds.read(value);
        }
    },
    SOME_OF("checklist", "taglist") {
        @Override
        Object read(FieldRule rule, Object value, Map<String, List<String>> choices) {
            return Choices.some(rule, value, choices);
        }
    };

    private final List<String> components;

    AnswerKind(String... components) {
        this.components = List.of(components);
    }

    /** The kind of answer that a component gives; empty if the server does not know the component. */
    static Optional<AnswerKind> of(String component) {
        return Arrays.stream(values())
                .filter(kind -> kind.components.contains(component))
                .findFirst();
    }

    /**
     * Turns a JSON value into the answer to keep.
     *
     * @return the answer; null if nothing was answered, as with blank text
     * @throws BadAnswer if the value cannot be an answer to this field
     */
    abstract Object read(FieldRule rule, Object value, Map<String, List<String>> choices);
}
