package org.minqing.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;

/** Makes rates with their intervals of figures with their counts. */
final class RateMaker {

    private RateMaker() {}

    /** @param figures by unit, and of {@link MetricQueries#ALL} */
    static RateTable.Rate rate(Metric m, Map<String, Figure> figures, Locality locality, Comparison rule) {
        var counts = new LinkedHashMap<String, Standings.Counts>();
        UnitTree.inOrder(locality, MetricQueries.units(Map.of(m.code(), figures))).stream()
                .filter(unit -> figures.get(unit).denominator() > 0)
                .forEach(unit -> counts.put(unit, counts(figures.get(unit))));
        var standings = Standings.of(counts, rule);
        return new RateTable.Rate(
                m.code(),
                m.name(),
                m.measure(),
                m.definition(),
                m.numerator(),
                m.denominator(),
                m.cutOffRule(),
                value(figures.getOrDefault(MetricQueries.ALL, Figure.NONE), rule),
                units(figures, locality, rule, standings));
    }

    private static List<RateTable.UnitRate> units(
            Map<String, Figure> figures, Locality locality, Comparison rule, Map<String, Standing> standings) {
        return standings.entrySet().stream()
                .map(e -> {
                    var v = value(figures.get(e.getKey()), rule);
                    return new RateTable.UnitRate(
                            e.getKey(),
                            UnitTree.name(locality, e.getKey()),
                            v.numerator(),
                            v.denominator(),
                            v.value(),
                            v.low(),
                            v.high(),
                            e.getValue());
                })
                .toList();
    }

    static RateTable.Value value(Figure figure, Comparison rule) {
        var counts = counts(figure);
        if (counts.cases() == 0) {
            return new RateTable.Value(0, 0, null, null, null);
        }
        var interval = Wilson.interval(counts.hits(), counts.cases(), rule.error());
        return new RateTable.Value(
                counts.hits(), counts.cases(), figure.value(), percent(interval.low()), percent(interval.high()));
    }

    private static Standings.Counts counts(Figure figure) {
        return new Standings.Counts(figure.numerator().longValueExact(), figure.denominator());
    }

    private static BigDecimal percent(double proportion) {
        return BigDecimal.valueOf(100 * proportion).setScale(1, RoundingMode.HALF_UP);
    }
}
