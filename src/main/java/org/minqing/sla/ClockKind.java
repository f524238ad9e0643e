package org.minqing.sla;

/** What is timed. */
public enum ClockKind {
    /** Until the first verified contact with the resident or the arrival on site. */
    RESPOND("响应"),
    /** Until a result with evidence is reported. */
    RESOLVE("办结"),
    /** Until the resident has rated the result. */
    CALL_BACK("回访");

    private final String label;

    ClockKind(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}
