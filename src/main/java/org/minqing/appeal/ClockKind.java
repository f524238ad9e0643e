package org.minqing.appeal;

/** What is timed. */
public enum ClockKind {
    /** Until somebody takes the appeal on. */
    ACCEPT("签收"),
    /** Until the first verified contact with the resident or the arrival on site. */
    RESPOND("响应"),
    /** Until somebody is on site. */
    ARRIVE("到场"),
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

    /** The unit whose clock it is: the first three are those of the unit that responds. */
    public boolean ofRespondUnit() {
        return compareTo(RESOLVE) < 0;
    }
}
