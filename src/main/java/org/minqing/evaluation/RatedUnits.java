package org.minqing.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Unit;
import org.minqing.organisation.UnitTree;

/** Which units have figures of their own: never one behind which a single person, household or building stands. */
final class RatedUnits {

    private RatedUnits() {}

    /** Whether its figures may be told. What is noted under no unit may, what is noted under one that is gone may not. */
    static boolean isRated(Locality locality, String unit) {
        return unit.isEmpty()
                || unit.equals(MetricQueries.ALL)
                || locality.unit(unit).filter(u -> !u.single()).isPresent();
    }

    /** Without those of the others; they stay in the total. */
    static Map<String, Figure> own(Locality locality, Map<String, Figure> figures) {
        var own = new LinkedHashMap<String, Figure>();
        figures.forEach((unit, figure) -> {
            if (isRated(locality, unit)) {
                own.put(unit, figure);
            }
        });
        return own;
    }

    /**
     * Percentages by unit with all below it, in the order of the tree, and of {@link MetricQueries#ALL}; the root alone has only
     * what lies with itself, because everything together is the total. Only those with cases.
     *
     * @param figures of a percentage: its counts can be added
     */
    static Map<String, Figure> withThoseBelow(Locality locality, Map<String, Figure> figures) {
        var rolled = new LinkedHashMap<String, Figure>();
        rolled.put(MetricQueries.ALL, figures.getOrDefault(MetricQueries.ALL, Figure.NONE));
        locality.units().stream().filter(unit -> !unit.single()).forEach(unit -> {
            var sum = sum(locality, unit, figures);
            if (sum.denominator() > 0) {
                rolled.put(unit.code(), sum);
            }
        });
        return rolled;
    }

    private static Figure sum(Locality locality, Unit unit, Map<String, Figure> figures) {
        if (unit.parent() == null) {
            return figures.getOrDefault(unit.code(), Figure.NONE);
        }
        var hits = BigDecimal.ZERO;
        var cases = 0L;
        for (var below : UnitTree.within(locality, unit.code()).orElseThrow()) {
            var figure = figures.getOrDefault(below, Figure.NONE);
            hits = hits.add(figure.numerator());
            cases += figure.denominator();
        }
        var value = cases == 0
                ? null
                : hits.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(cases), 1, RoundingMode.HALF_UP);
        return new Figure(hits, cases, value);
    }
}
