package org.minqing.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** All metrics of a locality by unit. */
@Service
public class Metrics {

    private final MetricDictionary dictionary;
    private final MetricQueries queries;
    private final Localities localities;

    Metrics(MetricDictionary dictionary, MetricQueries queries, Localities localities) {
        this.dictionary = dictionary;
        this.queries = queries;
        this.localities = localities;
    }

    /** @throws org.minqing.problem.Refusal if there is no such locality */
    public MetricTable of(String localityCode, Period period) {
        var locality = localities.get(localityCode);
        var metrics = dictionary.metrics();
        var figures = queries.inOneSnapshot(() -> {
            Map<String, Map<String, Figure>> byMetric = new LinkedHashMap<>();
            metrics.forEach(m -> byMetric.put(
                    m.code(), RatedUnits.own(locality, queries.run(m, locality.numberPrefix(), "", period))));
            return byMetric;
        });
        var digested = TableDigest.text(locality.numberPrefix(), period, metrics, figures);
        return new MetricTable(
                locality.code(),
                locality.name(),
                period.from().toString(),
                period.to().toString(),
                Times.iso(period.cutOff()),
                dictionary.rules(),
                metrics,
                lines(locality, figures),
                line(MetricQueries.ALL, locality.name(), figures),
                digested,
                DigestUtils.sha256Hex(digested));
    }

    private static List<MetricTable.Line> lines(Locality locality, Map<String, Map<String, Figure>> figures) {
        return UnitTree.inOrder(locality, MetricQueries.units(figures)).stream()
                .map(unit -> line(unit, UnitTree.name(locality, unit), figures))
                .toList();
    }

    private static MetricTable.Line line(String unit, String name, Map<String, Map<String, Figure>> figures) {
        var own = new LinkedHashMap<String, Figure>();
        figures.forEach((metric, byUnit) -> own.put(metric, byUnit.getOrDefault(unit, Figure.NONE)));
        return new MetricTable.Line(unit, name, own);
    }
}
