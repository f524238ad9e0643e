package org.minqing.problem;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A request was refused because of what it says; nothing was stored. Answers 400. */
public class InvalidInput extends RuntimeException {

    private final transient List<FieldProblem> problems;

    public InvalidInput(List<FieldProblem> problems) {
        super(problems.stream().map(p -> p.field() + ": " + p.zh()).toList().toString());
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(String field, String zh, String en) {
        this(List.of(new FieldProblem(field, zh, en)));
    }

    /** Where the engine wraps what was refused in exceptions of its own; empty if something else was wrong. */
    public static Optional<InvalidInput> in(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(InvalidInput.class::isInstance)
                .map(InvalidInput.class::cast)
                .findFirst();
    }

    /** Each refused field, in the order in which they were found; never empty. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
