package org.minqing.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.organisation.Localities;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/**
 * The three rates of a locality (三率) with their intervals, D11. No case is left out: excluding one with a reason and a
 * second person's approval is not built.
 */
@Service
public class Rates {

    private final MetricDictionary dictionary;
    private final MetricQueries queries;
    private final Localities localities;
    private final PeriodReader periods;

    Rates(MetricDictionary dictionary, MetricQueries queries, Localities localities, PeriodReader periods) {
        this.dictionary = dictionary;
        this.queries = queries;
        this.localities = localities;
        this.periods = periods;
    }

    /**
     * @param asked as {@link org.minqing.problem.Parameters} reads them
     * @throws org.minqing.problem.InvalidInput at a parameter that is wrong
     */
    public RateTable asked(String locality, Map<String, String> asked) {
        return of(locality, periods.read(asked));
    }

    /** @throws org.minqing.problem.Refusal if there is no such locality */
    public RateTable of(String code, Period period) {
        var locality = localities.get(code);
        var metrics = dictionary.threeRates();
        var figures = queries.inOneSnapshot(() -> {
            Map<String, Map<String, Figure>> byMetric = new LinkedHashMap<>();
            metrics.forEach(m -> byMetric.put(
                    m.code(),
                    RatedUnits.withThoseBelow(locality, queries.run(m, locality.numberPrefix(), "", period))));
            return byMetric;
        });
        var rule = dictionary.comparison();
        return new RateTable(
                code,
                locality.name(),
                locality.level(),
                period.from().toString(),
                period.to().toString(),
                Times.iso(period.cutOff()),
                rule.confidence(),
                rule.fewest(),
                dictionary.rules(),
                metrics.stream()
                        .map(m -> RateMaker.rate(m, figures.get(m.code()), locality, rule))
                        .toList(),
                DigestUtils.sha256Hex(TableDigest.text(locality.numberPrefix(), period, metrics, figures)));
    }
}
