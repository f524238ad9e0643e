package org.minqing.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Unit;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.security.StaffMember;
import org.minqing.sla.ClockKind;
import org.minqing.sla.ledger.LedgerFilter;
import org.springframework.stereotype.Component;

/** Reads the fields of a search, the same for pages and programs. An empty field is one that was left out. */
@Component
class LedgerQuestions {

    static final List<String> FIELDS = List.of("from", "to", "unit", "clock", "outcome", "appeal", "alarms");

    private static final int MOST_PAGES = 1_000_000;

    private final Localities localities;
    private final LedgerLimits limits;

    LedgerQuestions(Localities localities, LedgerLimits limits) {
        this.localities = localities;
        this.limits = limits;
    }

    /**
     * @param more fields that are read elsewhere
     * @throws InvalidInput naming each field that is unknown, given twice or wrong
     */
    LedgerQuestion read(StaffMember person, Map<String, String[]> asked, Set<String> more) {
        var given = Parameters.read(asked, more);
        var problems = new ArrayList<FieldProblem>();
        var from = time(given, "from", problems);
        var to = time(given, "to", problems);
        limits.check(from, to, problems);
        var locality = localities.get(person.locality());
        var unit = one(given, "unit", "没有这个单位", "unknown unit", problems, locality::unit);
        var filter = new LedgerFilter(
                locality.code(),
                from == null ? null : from.from(),
                to == null ? null : to.until(),
                unit == null
                        ? null
                        : locality.units().stream()
                                .map(Unit::code)
                                .filter(code -> locality.isWithin(code, unit.code()))
                                .toList(),
                one(given, "clock", "没有这种时钟", "unknown clock", problems, of(ClockKind.values())),
                one(given, "outcome", "没有这种结果", "unknown outcome", problems, of(LedgerFilter.Outcome.values())),
                one(given, "appeal", "没有这个编号", "unknown appeal", problems, n -> limits.appeal(person, n)),
                one(given, "alarms", "只能填 true 或 false", "must be true or false", problems, LedgerQuestions::truth)
                        == Boolean.TRUE);
        var page =
                one(given, "page", "页码应是 1 到 " + MOST_PAGES, "must be a page number", problems, LedgerQuestions::page);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        given.keySet().retainAll(FIELDS);
        return new LedgerQuestion(filter, page == null ? 1 : page, given);
    }

    /** The fields of a search and these. */
    static Set<String> with(String... more) {
        return Stream.concat(FIELDS.stream(), Arrays.stream(more)).collect(Collectors.toSet());
    }

    private static LedgerTime time(Map<String, String> given, String field, List<FieldProblem> problems) {
        return one(given, field, LedgerTime.WRONG, LedgerTime.WRONG_EN, problems, LedgerTime::of);
    }

    private static <T> T one(
            Map<String, String> given,
            String field,
            String zh,
            String en,
            List<FieldProblem> problems,
            Function<String, Optional<T>> reading) {
        var text = given.get(field);
        if (text == null) {
            return null;
        }
        var value = reading.apply(text);
        if (value.isEmpty()) {
            problems.add(new FieldProblem(field, zh, en));
        }
        return value.orElse(null);
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> of(E[] values) {
        return text -> Arrays.stream(values).filter(v -> v.name().equals(text)).findFirst();
    }

    private static Optional<Boolean> truth(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
    }

    private static Optional<Integer> page(String text) {
        return Optional.of(text)
                .filter(t -> t.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .filter(n -> n >= 1 && n <= MOST_PAGES);
    }
}
