package org.minqing.review;

import org.minqing.code.Coded;

/** What the level above says of the opinion that was not accepted. */
public enum ReviewOutcome implements Coded {
    UPHELD("upheld", "维持原处理意见"),
    /** Its own opinion is the answer from now on. */
    CHANGED("changed", "变更原处理意见"),
    /** It is handled again, in another round. */
    SET_ASIDE("setAside", "撤销原处理意见，责令重新处理");

    private final String code;
    private final String label;

    ReviewOutcome(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As forms and the database write it. */
    @Override
    public String code() {
        return code;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }
}
