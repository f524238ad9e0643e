package org.minqing.appeal;

/** Where an appeal stands. */
public enum AppealStatus {
    RECEIVED("已受理"),
    HANDLING("办理中"),
    /** The result is a plan (挂账): the resident was told when, and the works go on. */
    PLANNED("已列入计划"),
    FEEDBACK("待评价"),
    REVIEW("督办复核"),
    CLOSED("已办结"),
    CLOSED_UNANSWERED("未评办结"),
    WITHDRAWN("已撤回"),
    MERGED("已合并");

    private final String label;

    AppealStatus(String label) {
        this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }

    /**
     * Whether one step of the handling leads there, as {@code appeal-handling.bpmn} goes. Residents withdraw and dispatchers
     * merge at any moment before the end; no step follows the end, and nothing stands still by "becoming" what it is. Only the level
     * above opens again what has ended, see {@link Appeals#reopen}, and a dispatcher what had joined another one by its resident's choice,
     * see {@link Appeals#part}.
     */
    public boolean mayBecome(AppealStatus next) {
        return switch (next) {
            case RECEIVED -> false;
            case HANDLING -> this == RECEIVED || this == FEEDBACK || this == REVIEW;
            case PLANNED -> this == HANDLING;
            case FEEDBACK -> this == HANDLING || this == PLANNED;
            case REVIEW, CLOSED_UNANSWERED -> this == FEEDBACK;
            // From the handling where the resident is not asked.
            case CLOSED -> this == HANDLING || this == FEEDBACK || this == REVIEW;
            case WITHDRAWN, MERGED -> !ended();
        };
    }

    /** The resident may say what he thinks of the result, once for each. */
    public boolean asksResident() {
        return this == FEEDBACK || this == PLANNED;
    }

    /** It ended with a result that the resident has, and that the level above may review. */
    public boolean answered() {
        return this == CLOSED || this == CLOSED_UNANSWERED;
    }

    /** Nothing can happen to it any more, but its review by the level above. */
    public boolean ended() {
        return ordinal() >= CLOSED.ordinal();
    }
}
