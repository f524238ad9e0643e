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
    CALL_BACK("回访"),
    /** Until the dispatcher has given out anew what a unit returned. */
    REDISPATCH("退回派单"),
    /** Until it is settled whose it is, where several units returned it. */
    SETTLE("裁定"),
    /** Until somebody leads it, where the locality promises that for the same day (S0-21). */
    LEAD("领办"),
    /** Until the level above has answered a review (复查、复核), or somebody has passed it on to whoever answers it. */
    REVIEW("复查复核");

    private final String label;

    ClockKind(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }

    /** Whether {@code time-limits.dmn} gives its limit and a correction of the judgement another one. */
    public boolean judged() {
        return compareTo(RESOLVE) <= 0;
    }

    /**
     * Whether it is the clock of somebody beside the handling, who settles a return or reviews, and not of a unit that has the
     * appeal; it may run more than once in a round.
     */
    public boolean besideHandling() {
        return compareTo(CALL_BACK) > 0;
    }

    /** The unit whose clock it is: the first three are those of the unit that responds. */
    public boolean ofRespondUnit() {
        return compareTo(RESOLVE) < 0;
    }
}
