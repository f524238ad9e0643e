package org.minqing.evaluation;

import java.util.List;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/** The metrics as {@code metrics.yml} defines them. */
@Component
class MetricDictionary {

    private record Entries(
            List<String> threeRates, Comparison comparison, List<String> rules, String cases, List<Metric> metrics) {}

    private final Entries entries;

    /** @throws IllegalStateException if a text is missing: a figure without its definition must not be shown */
    MetricDictionary() {
        entries = new PolicyFile("metrics.yml").read(Entries.class);
        if (threeRates().size() != entries.threeRates().size()) {
            throw new IllegalStateException("metrics.yml has no percentage for one of " + entries.threeRates());
        }
    }

    /** What holds for all of them, in Chinese. */
    List<String> rules() {
        return entries.rules();
    }

    /** In the order in which to show them. */
    List<Metric> metrics() {
        return entries.metrics().stream().map(m -> m.over(entries.cases())).toList();
    }

    /** The rates by which units are compared, in the order in which to show them. */
    List<Metric> threeRates() {
        return entries.threeRates().stream()
                .flatMap(code -> metrics().stream()
                        .filter(m -> m.code().equals(code) && m.measure().equals("%")))
                .toList();
    }

    /** How units are compared. */
    Comparison comparison() {
        return entries.comparison();
    }
}
