package org.minqing.appeal;

import java.util.Arrays;
import org.minqing.code.Coded;

/** Which minutes count towards a time limit. */
public enum CalendarKind implements Coded {
    /** All of them, by day and night. */
    RUNNING("running", "连续计时"),
    /** All 24 hours of every working day, working weekends (调休) included. */
    WORKING_DAYS("workingDays", "工作日计时"),
    /** Those in which the offices of the locality are open. */
    WORKING_HOURS("workingHours", "工作时间计时");

    private final String code;
    private final String label;

    CalendarKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As decision tables and the database write it. */
    @Override
    public String code() {
        return code;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }

    /**
     * The kind that a cell of a decision table names.
     *
     * @throws IllegalArgumentException naming the value, if it is none of the codes
     */
    public static CalendarKind of(String code) {
        return Coded.find(CalendarKind.class, code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "计时方式不认识 The kind of calendar is not known: " + code + "; expected "
                                + Arrays.stream(values()).map(kind -> kind.code).toList()));
    }
}
