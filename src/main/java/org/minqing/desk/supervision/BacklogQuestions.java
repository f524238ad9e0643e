package org.minqing.desk.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.springframework.stereotype.Component;

/** Reads which open appeals somebody wants to see. */
@Component
class BacklogQuestions {

    static final Set<String> FILTERS = Set.of("unit", "band", "state");
    static final Set<String> WITH_PAGE = Set.of("unit", "band", "state", "page");

    private final SupervisionRules rules;

    BacklogQuestions(SupervisionRules rules) {
        this.rules = rules;
    }

    /**
     * @param asked as {@link org.minqing.problem.Parameters} reads them
     * @throws InvalidInput at each parameter that names nothing
     */
    BacklogQuestion read(Locality locality, Map<String, String> asked) {
        var problems = new ArrayList<FieldProblem>();
        List<String> units = null;
        if (asked.containsKey("unit")) {
            units = within(locality, asked.get("unit"));
            if (units.isEmpty()) {
                problems.add(new FieldProblem("unit", "没有这个单位", "no such unit"));
            }
        }
        var bands = rules.bands();
        var band = index(asked.get("band"));
        if (asked.containsKey("band") && band < 0) {
            problems.add(new FieldProblem("band", "没有这一档", "no such band"));
        }
        var state = Arrays.stream(BacklogQuestion.State.values())
                .filter(s -> s.code().equals(asked.get("state")))
                .findFirst();
        if (asked.containsKey("state") && state.isEmpty()) {
            problems.add(
                    new FieldProblem("state", "应为 overdue、dueSoon 或 waiting", "must be overdue, dueSoon or waiting"));
        }
        var page = asked.getOrDefault("page", "1");
        if (!page.matches("[1-9]\\d{0,5}")) {
            problems.add(new FieldProblem("page", "请填页码", "must be a number of a page"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new BacklogQuestion(
                units,
                // A clock that was set back makes an age below 0; it is the youngest.
                band <= 0 ? Integer.MIN_VALUE : bands.get(band).from(),
                band < 0 || band + 1 == bands.size()
                        ? Integer.MAX_VALUE
                        : bands.get(band + 1).from() - 1,
                state.orElse(null),
                Integer.parseInt(page),
                asked);
    }

    /** The unit and those below it. */
    private static List<String> within(Locality locality, String unit) {
        return locality.units().stream()
                .map(Unit::code)
                .filter(code -> locality.isWithin(code, unit))
                .toList();
    }

    private int index(String band) {
        return rules.bands().stream().map(SupervisionRules.Band::code).toList().indexOf(band);
    }
}
