package org.minqing.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dictionary is complete, and its queries do nothing but read the ledger. */
@MinqingTest
class MetricDictionaryTest {

    private static final Period MARCH = new Period(
            LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"), Instant.parse("2026-04-01T00:00:00Z"));

    @Autowired
    MetricQueries queries;

    @Autowired
    JdbcClient jdbc;

    static List<Metric> metrics() {
        return new MetricDictionary().metrics();
    }

    @Test
    void theMetricsStandInTheOrderInWhichTheyAreRead() {
        assertThat(metrics())
                .extracting(Metric::code)
                .containsExactly(
                        "responseRate",
                        "onTimeResponseRate",
                        "meanResponse",
                        "p90Response",
                        "completionRate",
                        "onTimeCompletionRate",
                        "solvedRate",
                        "satisfactionRate",
                        "returnUpheldRate",
                        "disputedReturnRate",
                        "onTimeSettlementRate",
                        "subCaseOnTimeRate");
        assertThat(new MetricDictionary().rules()).isNotEmpty().allMatch(rule -> rule.endsWith("。"));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void everyMetricHasAllItsTextsInChinese(Metric m) {
        assertThat(List.of(m.name(), m.definition(), m.numerator(), m.denominator(), m.cutOffRule()))
                .allMatch(text ->
                        text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        assertThat(m.measure()).isIn("%", "分钟");
        assertThat(m.query()).contains(":locality", ":unit", ":from", ":to", ":cutOff");
    }

    /** By the plan of the database, which knows what a query touches. */
    @ParameterizedTest
    @MethodSource("metrics")
    void everyQueryReadsTheLedgerAndNothingElse(Metric m) throws IOException {
        var plan = jdbc.sql("explain (format json) " + m.query())
                .params(Map.of(
                        "locality", "GS", "unit", "", "from", MARCH.begin(), "to", MARCH.end(), "cutOff", MARCH.end()))
                .query(String.class)
                .single();
        assertThat(new ObjectMapper().readTree(plan).findValuesAsText("Relation Name"))
                .isNotEmpty()
                .containsOnly("sla_ledger");
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void everyQueryTellsTheTotalEvenIfNothingHappened(Metric m) {
        assertThat(queries.run(m, "ZZ", "", MARCH)).containsOnlyKeys(MetricQueries.ALL);
        assertThat(queries.run(m, "ZZ", "", MARCH).get(MetricQueries.ALL)).satisfies(f -> {
            assertThat(f.denominator()).isZero();
            assertThat(f.value()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void oneUnitAloneHasTheFiguresOfItsRow(Metric m) {
        for (var prefix : List.of("GS", "SB")) {
            var all = queries.run(m, prefix, "", MARCH);
            all.forEach((unit, figure) -> {
                if (!unit.equals(MetricQueries.ALL) && !unit.isEmpty()) {
                    assertThat(queries.run(m, prefix, unit, MARCH))
                            .containsEntry(unit, figure)
                            .containsEntry(MetricQueries.ALL, figure);
                }
            });
        }
    }

    @Test
    void aQueryThatWritesFails() {
        var writing = new Metric("x", "x", "%", "x", "x", "x", "x", """
                with gone as (delete from appeal_number_counter returning 1)
                select '' as unit, count(*) as numerator, count(*) as denominator, null::numeric as value from gone
                where :locality || :unit <> :from || '' || :to || :cutOff""");
        assertThatThrownBy(() -> queries.inOneSnapshot(() -> queries.run(writing, "ZZ", "", MARCH)))
                .rootCause()
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void noFigureIsADashAndCountsStandBesideEveryFigure() {
        assertThat(Figure.NONE.words("%")).isEqualTo("—");
        assertThat(Figure.NONE.counts()).isEqualTo("0/0");
        assertThat(Stream.of("1", "2.5").map(n -> new Figure(new java.math.BigDecimal(n), 3, null).counts()))
                .containsExactly("1/3", "2.5/3");
    }
}
