package org.minqing.sla.calendar;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;
import org.minqing.policy.StrictYaml;

/** A yearly file as it is written, not yet checked: what is missing is null. */
record CalendarEntries(Integer year, String source, List<HolidayEntry> holidays, List<String> workingWeekends) {

    private static final ObjectReader YAML = StrictYaml.withGaps().forType(CalendarEntries.class);

    record HolidayEntry(String name, String from, String to) {}

    static CalendarEntries parse(String text) throws IOException {
        CalendarEntries entries = YAML.readValue(text);
        return entries == null ? new CalendarEntries(null, null, null, null) : entries;
    }
}
