package org.minqing.appeal;

/** Where an appeal stands. The phase is the key under which a locality words it for residents. */
public enum AppealStatus {
    RECEIVED("received", "已受理"),
    HANDLING("handling", "办理中"),
    FEEDBACK("feedback", "待评价"),
    REVIEW("feedback", "督办复核"),
    CLOSED("closed", "已办结"),
    CLOSED_UNANSWERED("closed", "未评办结"),
    WITHDRAWN("closed", "已撤回"),
    MERGED("closed", "已合并");

    private final String phase;
    private final String label;

    AppealStatus(String phase, String label) {
        this.phase = phase;
        this.label = label;
    }

    /** Key into {@code phases} of the locality: received, dispatched, handling, feedback or closed. */
    public String phase() {
        return phase;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }

    /**
     * Whether one step of the handling leads there, as {@code appeal-handling.bpmn} goes. Residents withdraw and dispatchers
     * merge at any moment before the end; nothing follows the end, and nothing stands still by "becoming" what it is.
     */
    public boolean mayBecome(AppealStatus next) {
        return switch (next) {
            case RECEIVED -> false;
            case HANDLING -> this == RECEIVED || this == FEEDBACK || this == REVIEW;
            case FEEDBACK -> this == HANDLING;
            case REVIEW, CLOSED_UNANSWERED -> this == FEEDBACK;
            // From the handling where the resident is not asked.
            case CLOSED -> this == HANDLING || this == FEEDBACK || this == REVIEW;
            case WITHDRAWN, MERGED -> !ended();
        };
    }

    /** Nothing can happen to it any more. */
    public boolean ended() {
        return "closed".equals(phase);
    }
}
