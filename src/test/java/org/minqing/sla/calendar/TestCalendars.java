package org.minqing.sla.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Working calendars without a database. */
public final class TestCalendars {

    private TestCalendars() {}

    /** The years that come with the program, 2025 and 2026. */
    public static WorkingCalendar packaged() {
        return new WorkingCalendar(CalendarFiles.packaged());
    }

    /** The same and a year more. */
    public static WorkingCalendar packagedAnd(String name, String text) {
        List<CalendarFile> files = new ArrayList<>(CalendarFiles.packaged());
        files.add(CalendarFile.of(name, text.getBytes(StandardCharsets.UTF_8)));
        return new WorkingCalendar(files);
    }
}
