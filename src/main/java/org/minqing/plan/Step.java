package org.minqing.plan;

import org.minqing.code.Coded;

/** What may happen to a plan. */
enum Step implements Coded {
    MADE("made"),
    /** The resident heard how it stands. */
    HEARD("heard"),
    /** He should have heard. */
    MISSED("missed"),
    REVIEW_DUE("reviewDue"),
    OVERDUE("overdue"),
    REVIEWED("reviewed"),
    MOVE_ASKED("moveAsked"),
    END_ASKED("endAsked"),
    GRANTED("granted"),
    REFUSED("refused"),
    ENDED("ended");

    private final String code;

    Step(String code) {
        this.code = code;
    }

    /** As the database writes it. */
    @Override
    public String code() {
        return code;
    }
}
