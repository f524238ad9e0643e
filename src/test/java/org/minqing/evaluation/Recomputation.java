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
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private record Case(String clock, String unit, Instant openedAt, Instant doneAt, boolean onTime, boolean overdue) {

        boolean done() {
            return doneAt != null;
        }

        long millis() {
            return Duration.between(openedAt, doneAt).toMillis();
        }
    }

    private final List<Case> cases;

    public Recomputation(String csv, LocalDate from, LocalDate to, Instant cutOff) {
        var begin = from.atStartOfDay(ZONE).toInstant();
        var end = to.atStartOfDay(ZONE).toInstant();
        cases = LedgerCsv.facts(csv).stream()
                .filter(f -> f.round() == 0 && !f.at().isAfter(cutOff))
                .collect(Collectors.groupingBy(f -> f.appeal() + " " + f.clock()))
                .values()
                .stream()
                .map(facts -> state(facts, cutOff))
                .filter(Objects::nonNull)
                .filter(c -> !c.openedAt().isBefore(begin) && c.openedAt().isBefore(end))
                .toList();
    }

    /** Null if it was called off in time. */
    private static Case state(List<Fact> facts, Instant cutOff) {
        var inOrder = facts.stream().sorted(Comparator.comparingInt(Fact::seq)).toList();
        Instant openedAt = null;
        Instant doneAt = null;
        boolean onTime = false;
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
                default -> {}
            }
        }
        var last = inOrder.get(inOrder.size() - 1);
        return new Case(last.clock(), last.unit(), openedAt, doneAt, onTime, cutOff.isAfter(last.due()));
    }

    /** By metric, then by unit. */
    public Map<String, Map<String, String>> figures() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        var units = cases.stream().map(Case::unit).collect(Collectors.toSet());
        units.add(ALL);
        for (var unit : units) {
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
                        rate(own, Case::done, c -> true));
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

    private static String rate(List<Case> own, Predicate<Case> above, Predicate<Case> below) {
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
