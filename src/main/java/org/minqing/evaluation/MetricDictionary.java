package org.minqing.evaluation;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The metrics as {@code metrics.yml} defines them. */
@Component
class MetricDictionary {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            .build();

    private record Entries(
            List<String> threeRates, Comparison comparison, List<String> rules, String cases, List<Metric> metrics) {}

    private final Entries entries;

    /** @throws IllegalStateException if a text is missing: a figure without its definition must not be shown */
    MetricDictionary() {
        try (var file = new ClassPathResource("metrics.yml").getInputStream()) {
            entries = YAML.readValue(file, Entries.class);
        } catch (IOException e) {
            throw new IllegalStateException("metrics.yml cannot be used: " + e.getMessage(), e);
        }
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
