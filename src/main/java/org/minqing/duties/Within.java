package org.minqing.duties;

import org.minqing.code.Coded;

/** How far back an {@link Exclusion} looks. */
public enum Within implements Coded {
    /** Ever in this appeal, in whatever round. */
    EVER("ever"),
    /** In the round that goes on now. */
    ROUND("round"),
    /** Whoever has the task now; before anybody took it, all of the post, if it lies with one post alone. */
    NOW("now"),
    /** The same; once nobody is at work any more, whoever ever did it. */
    NOW_OR_BEFORE("nowOrBefore"),
    /** Whoever made the request that is to be decided. */
    REQUEST("request");

    private final String code;

    Within(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
