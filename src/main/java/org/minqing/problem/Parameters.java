package org.minqing.problem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of an address. One that has no meaning is refused: whoever wrote it would take the answer for another. */
public final class Parameters {

    private static final int NAMED = 20;

    private Parameters() {}

    /** All names in these texts, in their order; blanks stand between names. */
    public static Set<String> names(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What was given, by name and in its order; an empty parameter is one that was left out.
     *
     * @throws InvalidInput naming what is unknown or given more than once
     */
    public static Map<String, String> read(Map<String, String[]> asked, Set<String> known) {
        var problems = asked.entrySet().stream()
                .filter(e -> !known.contains(e.getKey()) || e.getValue().length > 1)
                .limit(NAMED)
                .map(e -> known.contains(e.getKey())
                        ? new FieldProblem(e.getKey(), "只能填一次", "given more than once")
                        : new FieldProblem(e.getKey(), "没有这个字段", "unknown field"))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return asked.entrySet().stream()
                .filter(e -> !e.getValue()[0].isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue()[0].strip(), (a, b) -> a, LinkedHashMap::new));
    }
}
