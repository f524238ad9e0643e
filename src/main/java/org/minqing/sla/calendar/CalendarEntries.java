package org.minqing.sla.calendar;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;

/** A yearly file as it is written, not yet checked: what is missing is null. */
record CalendarEntries(Integer year, String source, List<HolidayEntry> holidays, List<String> workingWeekends) {

    /** Strict: what it does not know is a spelling mistake, not an extension. */
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    record HolidayEntry(String name, String from, String to) {}

    static CalendarEntries parse(String text) throws IOException {
        var entries = YAML.readValue(text, CalendarEntries.class);
        return entries == null ? new CalendarEntries(null, null, null, null) : entries;
    }
}
