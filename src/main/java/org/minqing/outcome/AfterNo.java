package org.minqing.outcome;

import org.minqing.code.Coded;

/** What follows if the resident says no to what he is asked. */
public enum AfterNo implements Coded {
    /** It is done again, as far as the table of escalations allows. */
    REDO("redo"),
    /** A supervisor looks at it. */
    REVIEW("review"),
    /** It is kept, counted and shown; the works go on as planned. */
    KEEP("keep");

    private final String code;

    AfterNo(String code) {
        this.code = code;
    }

    /** As {@code outcome.dmn} and the database write it. */
    @Override
    public String code() {
        return code;
    }
}
