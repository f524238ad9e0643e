package org.minqing.roster.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minqing.page.Search;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.roster.ShiftDraft;

/** Reads the form of a shift. */
final class TypedShift {

    static final String FIELDS = "dutyPlace dutyPerson dutyDay dutyFrom dutyUntil dutyWeeks";

    private final Map<String, String> typed;
    private final List<FieldProblem> problems = new ArrayList<>();

    private TypedShift(Map<String, String> typed) {
        this.typed = typed;
    }

    /** @throws InvalidInput naming each field that is wrong */
    static ShiftDraft read(Map<String, String> typed, int mostWeeks) {
        return new TypedShift(typed).read(mostWeeks);
    }

    private ShiftDraft read(int mostWeeks) {
        var day = one("dutyDay", "请填日期", "must be a day", text -> parsed(text, LocalDate::parse));
        var from = one("dutyFrom", "请填几点开始，例如 08:30", "must be a time", text -> parsed(text, LocalTime::parse));
        var until = one("dutyUntil", "请填几点结束，例如 18:00", "must be a time", text -> parsed(text, LocalTime::parse));
        var weeks = one(
                "dutyWeeks",
                "请填 1 到 " + mostWeeks,
                "must be 1 to " + mostWeeks,
                text -> Search.number(text).filter(n -> n >= 1 && n <= mostWeeks));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new ShiftDraft(
                typed.getOrDefault("dutyPlace", ""), typed.getOrDefault("dutyPerson", ""), day, from, until, weeks);
    }

    private <T> T one(String field, String zh, String en, Function<String, Optional<T>> reading) {
        var value = reading.apply(typed.getOrDefault(field, ""));
        if (value.isEmpty()) {
            problems.add(new FieldProblem(field, zh, en));
        }
        return value.orElse(null);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
