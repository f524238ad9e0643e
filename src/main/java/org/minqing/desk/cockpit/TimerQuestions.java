package org.minqing.desk.cockpit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.minqing.desk.LedgerTime;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Reads the fields of a search for timers, the same for pages and programs. An empty field is one that was left out. */
@Component
class TimerQuestions {

    static final List<String> FIELDS = List.of("state", "from", "to", "lateMinutes", "appeal", "unit");

    private static final int MOST_PAGES = 1_000_000;

    private final Localities localities;
    private final InstantSource clock;

    TimerQuestions(Localities localities, InstantSource clock) {
        this.localities = localities;
        this.clock = clock;
    }

    /** The fields of a search and these. */
    static Set<String> with(String... more) {
        var all = new LinkedHashSet<>(FIELDS);
        all.addAll(List.of(more));
        return all;
    }

    /** Where this person may look: in his own locality; whoever runs the system, everywhere. */
    List<Locality> around(StaffMember person) {
        return person.locality() == null ? localities.all() : List.of(localities.get(person.locality()));
    }

    /**
     * @param known names of all parameters that may be given
     * @throws InvalidInput naming each field that is unknown, given twice or wrong
     */
    TimerQuestion read(StaffMember person, Map<String, String[]> asked, Set<String> known) {
        var fields = new Fields(Parameters.read(asked, known));
        var state = fields.one("state", "没有这种状态", "unknown state", TimerQuestions::state);
        var from = fields.one("from", LedgerTime.WRONG, LedgerTime.WRONG_EN, LedgerTime::of);
        var to = fields.one("to", LedgerTime.WRONG, LedgerTime.WRONG_EN, LedgerTime::of);
        if (from != null && to != null && !from.from().isBefore(to.until())) {
            fields.problems.add(new FieldProblem("from", "起始时间晚于截止时间", "is later than to"));
        }
        var minutes = fields.one("lateMinutes", "请填 0 到 9999999 的整数", "must be 0 to 9999999", t -> number(t, 0));
        var appeal =
                fields.one("appeal", "请填诉求编号，例如 GS-20261121-0001", "is no number of an appeal", TimerQuestions::appeal);
        var units = fields.one("unit", "没有这个单位", "unknown unit", code -> within(person, code));
        var page = fields.one(
                "page",
                "页码应是 1 到 " + MOST_PAGES,
                "must be a page number",
                t -> number(t, 1).filter(n -> n <= MOST_PAGES));
        fields.refuse();
        var filter = new TimerFilter(
                clock.instant(),
                person.locality(),
                state,
                from == null ? null : from.from(),
                to == null ? null : to.until(),
                minutes == null ? null : Duration.ofMinutes(minutes),
                units,
                appeal);
        fields.given.keySet().retainAll(FIELDS);
        return new TimerQuestion(filter, page == null ? 1 : page, fields.given);
    }

    /** A unit with all below it. */
    private Optional<List<String>> within(StaffMember person, String code) {
        return around(person).stream()
                .filter(l -> l.unit(code).isPresent())
                .findFirst()
                .map(l -> l.units().stream()
                        .map(Unit::code)
                        .filter(below -> l.isWithin(below, code))
                        .toList());
    }

    private static Optional<TimerState> state(String text) {
        return Arrays.stream(TimerState.values())
                .filter(s -> s.name().equals(text))
                .findFirst();
    }

    private static Optional<String> appeal(String text) {
        return Optional.of(text).filter(t -> t.matches("[A-Z]{2}-[0-9]{8}-[0-9]{4,9}"));
    }

    private static Optional<Integer> number(String text, int least) {
        return Optional.of(text)
                .filter(t -> t.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .filter(n -> n >= least);
    }

    /** What was given, and what is wrong with it. */
    private record Fields(Map<String, String> given, List<FieldProblem> problems) {

        Fields(Map<String, String> given) {
            this(given, new ArrayList<>());
        }

        <T> T one(String field, String zh, String en, Function<String, Optional<T>> reading) {
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

        void refuse() {
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
        }
    }
}
