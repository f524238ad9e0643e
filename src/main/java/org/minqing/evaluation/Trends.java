package org.minqing.evaluation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.appeal.Subjects;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.time.Times;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The three rates over the last months. From whom appeals are hidden gets them without those, and
 * so what is kept only of the time before them. */
@Service
public class Trends {

    private static final int MONTHS = 12;

    private final MetricDictionary dictionary;
    private final MetricQueries queries;
    private final KeptFigures kept;
    private final Months months;
    private final Localities localities;
    private final Subjects subjects;

    Trends(
            MetricDictionary dictionary,
            MetricQueries queries,
            KeptFigures kept,
            Months months,
            Localities localities,
            Subjects subjects) {
        this.dictionary = dictionary;
        this.queries = queries;
        this.kept = kept;
        this.months = months;
        this.localities = localities;
        this.subjects = subjects;
    }

    /** @param unit a code of the locality, or empty */
    public List<Trend> of(Locality locality, String unit) {
        var hiddenSince = subjects.hiddenSince();
        return dictionary.threeRates().stream()
                .map(m -> new Trend(
                        m.code(),
                        m.name(),
                        m.definition(),
                        unit,
                        unit.isEmpty() ? "" : UnitTree.name(locality, unit),
                        months.last(MONTHS).stream()
                                .map(month -> month(m, locality, unit, month, hiddenSince))
                                .toList()))
                .toList();
    }

    /** Counted at night, so that nobody waits for it. */
    @Scheduled(cron = "0 37 3 * * *", zone = "Asia/Shanghai")
    void keepMonths() {
        localities.all().forEach(locality -> of(locality, ""));
    }

    private Trend.Month month(
            Metric m, Locality locality, String unit, YearMonth month, Optional<Instant> hiddenSince) {
        var period = months.of(month);
        var settled = months.settled(month);
        var sameForAll =
                hiddenSince.filter(since -> since.isBefore(period.cutOff())).isEmpty();
        var figures = settled && sameForAll
                ? kept(m, locality.numberPrefix(), period)
                : counted(m, locality.numberPrefix(), period);
        var rule = dictionary.comparison();
        return new Trend.Month(
                month.toString(),
                Times.iso(period.cutOff()),
                !settled,
                RateMaker.value(figures.getOrDefault(MetricQueries.ALL, Figure.NONE), rule),
                unit.isEmpty()
                        ? null
                        : RateMaker.unitValue(
                                RatedUnits.withThoseBelow(locality, figures).getOrDefault(unit, Figure.NONE), rule));
    }

    private Map<String, Figure> counted(Metric m, String prefix, Period period) {
        return queries.inOneSnapshot(() -> queries.run(m, prefix, "", period));
    }

    private Map<String, Figure> kept(Metric m, String prefix, Period period) {
        return kept.find(m, prefix, period).orElseGet(() -> {
            var figures = counted(m, prefix, period);
            kept.keep(m, prefix, period, figures);
            return figures;
        });
    }
}
