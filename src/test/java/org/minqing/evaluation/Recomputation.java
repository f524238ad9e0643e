package org.minqing.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.evaluation.LedgerCsv.Fact;

/**
 * Every metric computed once more from the export alone, by somebody who read the definitions and not the queries. A figure
 * is written {@code numerator/denominator=value}.
 */
public final class Recomputation {

    /** Instead of a unit: all of them together. */
    public static final String ALL = "*";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** One limit as it stood at the cut-off; doneAt is null if nothing was done by then. */
    private record Case(
            String appeal,
            String clock,
            String unit,
            Instant openedAt,
            Instant doneAt,
            boolean onTime,
            boolean overdue) {

        boolean done() {
            return doneAt != null;
        }

        /** Its number has one piece more. */
        boolean subCase() {
            return appeal.split("-").length == 4;
        }

        long millis() {
            return Duration.between(openedAt, doneAt).toMillis();
        }
    }

    private final List<Case> cases;

    /** Of what was split from an appeal: no resident told of it by itself. */
    private final List<Case> subCases;

    /** The last rating of an appeal that counts in the period. */
    private record Opinion(String unit, boolean solved, boolean satisfied) {}

    private final List<Opinion> opinions;
    private final RecomputedReturns returns;

    /** The same of those who were asked whether it is solved. */
    private final List<Opinion> solutions;

    public Recomputation(String csv, LocalDate from, LocalDate to, Instant cutOff) {
        var begin = from.atStartOfDay(ZONE).toInstant();
        var end = to.atStartOfDay(ZONE).toInstant();
        var known = LedgerCsv.facts(csv).stream()
                .filter(f -> !f.at().isAfter(cutOff))
                .toList();
        returns = new RecomputedReturns(known, begin, end, cutOff);
        var all = known.stream()
                .filter(f -> f.round() == 0)
                .collect(Collectors.groupingBy(f -> f.appeal() + " " + f.clock()))
                .values()
                .stream()
                .map(facts -> state(facts, cutOff))
                .filter(Objects::nonNull)
                .filter(c -> !c.openedAt().isBefore(begin) && c.openedAt().isBefore(end))
                .toList();
        cases = all.stream().filter(c -> !c.subCase()).toList();
        subCases = all.stream()
                .filter(c -> c.subCase() && c.clock().equals("RESOLVE"))
                .toList();
        var counted = cases.stream()
                .filter(c -> c.clock().equals("RESOLVE"))
                .map(Case::appeal)
                .collect(Collectors.toSet());
        var rated = known.stream()
                .filter(f -> f.kind().equals("RATED") && counted.contains(f.appeal()))
                .toList();
        opinions = last(rated);
        solutions = last(rated.stream()
                .filter(f -> f.detail().matches("(.*;)?resolved=.*"))
                .toList());
    }

    private static List<Opinion> last(List<Fact> ratings) {
        return ratings.stream()
                .collect(Collectors.toMap(
                        Fact::appeal, f -> f, BinaryOperator.maxBy(Comparator.comparingInt(Fact::seq))))
                .values()
                .stream()
                .map(f -> new Opinion(
                        f.unit(),
                        f.detail().contains("resolved=true"),
                        f.detail().matches("(.*;)?grade=[345](;.*)?")))
                .toList();
    }

    /** Null if it was called off in time. */
    private static Case state(List<Fact> facts, Instant cutOff) {
        var inOrder = facts.stream().sorted(Comparator.comparingInt(Fact::seq)).toList();
        Instant openedAt = null;
        Instant doneAt = null;
        boolean onTime = false;
        boolean refuted = false;
        for (var fact : inOrder) {
            switch (fact.kind()) {
                case "OPENED" -> openedAt = fact.at();
                case "MET" -> {
                    doneAt = fact.at();
                    onTime = true;
                }
                case "DONE_LATE" -> doneAt = fact.at();
                case "CANCELLED" -> {
                    return null;
                }
                case "CONTACT_REFUTED" -> refuted |= fact.detail().equals("contact=first");
                default -> {}
            }
        }
        var last = inOrder.get(inOrder.size() - 1);
        return new Case(
                last.appeal(),
                last.clock(),
                last.unit(),
                openedAt,
                refuted ? null : doneAt,
                onTime && !refuted,
                cutOff.isAfter(last.due()));
    }

    /** By metric, then by unit. */
    public Map<String, Map<String, String>> figures() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        var units = Stream.concat(
                        cases.stream()
                                .filter(c ->
                                        c.clock().equals("RESPOND") || c.clock().equals("RESOLVE"))
                                .map(Case::unit),
                        opinions.stream().map(Opinion::unit))
                .collect(Collectors.toSet());
        returns.units().forEach(units::add);
        subCases.forEach(c -> units.add(c.unit()));
        units.add(ALL);
        for (var unit : units) {
            returns.figures(unit).forEach((metric, figure) -> put(all, metric, unit, figure));
            var told = opinions.stream()
                    .filter(o -> unit.equals(ALL) || o.unit().equals(unit))
                    .toList();
            var answered = solutions.stream()
                    .filter(o -> unit.equals(ALL) || o.unit().equals(unit))
                    .toList();
            put(all, "solvedRate", unit, rate(answered, Opinion::solved, o -> true));
            put(all, "satisfactionRate", unit, rate(told, Opinion::satisfied, o -> true));
            put(
                    all,
                    "subCaseOnTimeRate",
                    unit,
                    rate(
                            subCases.stream()
                                    .filter(c -> unit.equals(ALL) || c.unit().equals(unit))
                                    .toList(),
                            Case::onTime,
                            c -> c.done() || c.overdue()));
            for (var clock : List.of("RESPOND", "RESOLVE")) {
                var own = cases.stream()
                        .filter(c -> c.clock().equals(clock))
                        .filter(c -> unit.equals(ALL) || c.unit().equals(unit))
                        .toList();
                var name = clock.equals("RESPOND") ? "Response" : "Completion";
                put(
                        all,
                        clock.equals("RESPOND") ? "responseRate" : "completionRate",
                        unit,
                        rate(own, Case::done, c -> c.done() || c.overdue()));
                put(all, "onTime" + name + "Rate", unit, rate(own, Case::onTime, c -> c.done() || c.overdue()));
                if (clock.equals("RESPOND")) {
                    var times = own.stream()
                            .filter(Case::done)
                            .map(Case::millis)
                            .sorted()
                            .toList();
                    put(all, "meanResponse", unit, mean(times));
                    put(all, "p90Response", unit, p90(times));
                }
            }
        }
        return all;
    }

    private static void put(Map<String, Map<String, String>> all, String metric, String unit, String figure) {
        all.computeIfAbsent(metric, m -> new TreeMap<>()).put(unit, figure);
    }

    static <T> String rate(List<T> own, Predicate<T> above, Predicate<T> below) {
        long numerator = own.stream().filter(above).count();
        long denominator = own.stream().filter(below).count();
        return numerator + "/" + denominator + "="
                + (denominator == 0 ? "" : divided(BigDecimal.valueOf(100 * numerator), denominator));
    }

    private static String mean(List<Long> times) {
        if (times.isEmpty()) {
            return "0/0=";
        }
        var sum = BigDecimal.valueOf(times.stream().mapToLong(t -> t).sum());
        return divided(sum, 60_000) + "/" + times.size() + "=" + divided(sum, 60_000L * times.size());
    }

    private static String p90(List<Long> times) {
        int rank = (int) Math.ceil(times.size() * 9 / 10.0);
        return rank + "/" + times.size() + "="
                + (times.isEmpty() ? "" : divided(BigDecimal.valueOf(times.get(rank - 1)), 60_000));
    }

    private static String divided(BigDecimal above, long below) {
        return above.divide(BigDecimal.valueOf(below), 1, RoundingMode.HALF_UP).toPlainString();
    }
}
