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

    /** @param figures as {@link RatedUnits#withThoseBelow} makes them */
    static RateTable.Rate rate(Metric m, Map<String, Figure> figures, Locality locality, Comparison rule) {
        var root = locality.root().code();
        var counts = new LinkedHashMap<String, Standings.Counts>();
        figures.forEach((unit, figure) -> {
            if (!unit.equals(MetricQueries.ALL) && !unit.equals(root)) {
                counts.put(unit, counts(figure));
            }
        });
        var total = figures.get(MetricQueries.ALL);
        var standings = new LinkedHashMap<String, Standing>();
        if (figures.containsKey(root)) {
            standings.put(root, Standing.OWN_LEVEL);
        }
        standings.putAll(Standings.of(counts, counts(total), rule));
        return new RateTable.Rate(
                m.code(),
                m.name(),
                m.measure(),
                m.definition(),
                m.numerator(),
                m.denominator(),
                m.cutOffRule(),
                value(total, rule),
                units(figures, locality, rule, standings));
    }

    private static List<RateTable.UnitRate> units(
            Map<String, Figure> figures, Locality locality, Comparison rule, Map<String, Standing> standings) {
        return standings.entrySet().stream()
                .map(e -> new RateTable.UnitRate(
                        e.getKey(),
                        UnitTree.name(locality, e.getKey()),
                        unitValue(figures.get(e.getKey()), rule),
                        e.getValue()))
                .toList();
    }

    /** Of a unit with too few cases only how many they are: a rate of them would be one of single people. */
    static RateTable.Value unitValue(Figure figure, Comparison rule) {
        return figure.denominator() > 0 && figure.denominator() < rule.fewest()
                ? new RateTable.Value(null, figure.denominator(), null, null, null)
                : value(figure, rule);
    }

    static RateTable.Value value(Figure figure, Comparison rule) {
        var counts = counts(figure);
        if (counts.cases() == 0) {
            return new RateTable.Value(0L, 0, null, null, null);
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
