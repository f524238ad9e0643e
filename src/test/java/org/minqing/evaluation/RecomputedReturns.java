package org.minqing.evaluation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.evaluation.LedgerCsv.Fact;

/** The metrics of returns and disputes, by their definitions alone. */
final class RecomputedReturns {

    /** @param upheld null while nobody has said anything of it */
    private record Return(String unit, boolean dispute, Boolean upheld) {}

    private record Dispute(String unit, boolean onTime, boolean decided) {}

    private final List<Return> returns;
    private final List<Dispute> disputes;

    /** @param known what had happened by the cut-off */
    RecomputedReturns(List<Fact> known, Instant begin, Instant end, Instant cutOff) {
        Predicate<Fact> inPeriod = f -> !f.at().isBefore(begin) && f.at().isBefore(end);
        returns = known.stream()
                .filter(f -> f.kind().equals("RETURNED") && f.detail().startsWith("ground="))
                .filter(inPeriod)
                .map(f -> new Return(f.unit(), f.detail().endsWith(";dispute=true"), upheld(known, f)))
                .toList();
        disputes = known.stream()
                .filter(f -> f.kind().equals("OPENED") && f.clock().equals("SETTLE"))
                .filter(inPeriod)
                .flatMap(f -> dispute(known, f, cutOff).stream())
                .toList();
    }

    private static Boolean upheld(List<Fact> known, Fact returned) {
        return known.stream()
                .filter(f -> f.appeal().equals(returned.appeal()) && f.round() == returned.round())
                .filter(f -> f.unit().equals(returned.unit()) && f.seq() > returned.seq())
                .filter(f -> Set.of("RETURN_UPHELD", "RETURN_NOT_UPHELD").contains(f.kind()))
                .max(Comparator.comparingInt(Fact::seq))
                .map(f -> f.kind().equals("RETURN_UPHELD"))
                .orElse(null);
    }

    private static Optional<Dispute> dispute(List<Fact> known, Fact opened, Instant cutOff) {
        var kinds = known.stream()
                .filter(f -> f.appeal().equals(opened.appeal()) && f.round() == opened.round())
                .filter(f -> f.clock().equals("SETTLE"))
                .map(Fact::kind)
                .collect(Collectors.toSet());
        var done = kinds.contains("MET") || kinds.contains("DONE_LATE");
        return kinds.contains("CANCELLED")
                ? Optional.empty()
                : Optional.of(new Dispute(opened.unit(), kinds.contains("MET"), done || cutOff.isAfter(opened.due())));
    }

    Stream<String> units() {
        return Stream.concat(
                returns.stream().map(Return::unit), disputes.stream().map(Dispute::unit));
    }

    Map<String, String> figures(String unit) {
        var own = returns.stream()
                .filter(r -> unit.equals(Recomputation.ALL) || r.unit().equals(unit))
                .toList();
        var settled = disputes.stream()
                .filter(d -> unit.equals(Recomputation.ALL) || d.unit().equals(unit))
                .toList();
        return Map.of(
                "returnUpheldRate",
                Recomputation.rate(own, r -> Boolean.TRUE.equals(r.upheld()), r -> r.upheld() != null),
                "disputedReturnRate",
                Recomputation.rate(own, Return::dispute, r -> true),
                "onTimeSettlementRate",
                Recomputation.rate(settled, Dispute::onTime, Dispute::decided));
    }
}
