package org.minqing.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The three rates of a locality by unit, with what is needed to check them.
 *
 * @param from   the first day
 * @param to     the day after the last
 * @param cutOff as {@code 2026-11-21T19:00:00+08:00}
 * @param digest as {@code src/docs/metrics.md} tells, of these metrics only
 */
public record RateTable(
        String locality,
        String localityName,
        String level,
        String from,
        String to,
        String cutOff,
        int confidence,
        int fewest,
        List<String> rules,
        List<Rate> rates,
        String digest) {

    /** Codes and names of the units that have cases in any of the rates, in the order of the first that has them. */
    @JsonIgnore
    public Map<String, String> unitNames() {
        var names = new LinkedHashMap<String, String>();
        rates.forEach(rate -> rate.units().forEach(u -> names.putIfAbsent(u.unit(), u.name())));
        return names;
    }

    /** @param units in the order of the tree, which is no order of merit; only those with cases */
    public record Rate(
            String code,
            String name,
            String measure,
            String definition,
            String numerator,
            String denominator,
            String cutOffRule,
            Value total,
            List<UnitRate> units) {

        /** Null if the unit has no cases. */
        public UnitRate of(String unit) {
            return units.stream().filter(u -> u.unit().equals(unit)).findFirst().orElse(null);
        }
    }

    /**
     * A rate and where the true one may lie, in per cent with one decimal; null if nothing was counted, or too little.
     *
     * @param numerator   how many hits; null if there are too few cases to say
     * @param denominator among how many cases
     */
    public record Value(Long numerator, long denominator, BigDecimal value, BigDecimal low, BigDecimal high) {

        /** Such as {@code 83.3%}. */
        @JsonIgnore
        public String words() {
            return value == null ? "—" : value.toPlainString() + "%";
        }

        /** Such as {@code 43.6%–97.0%}. */
        @JsonIgnore
        public String interval() {
            return value == null ? "—" : low.toPlainString() + "%–" + high.toPlainString() + "%";
        }

        /** Such as {@code 5/6}, or only how many cases. */
        @JsonIgnore
        public String counts() {
            return numerator == null ? "共 " + denominator : numerator + "/" + denominator;
        }
    }

    /** One unit with those below it; the root alone without them. */
    public record UnitRate(
            String unit, String name, @JsonUnwrapped Value figure, Standing standing) {}
}
