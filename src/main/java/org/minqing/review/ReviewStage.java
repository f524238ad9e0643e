package org.minqing.review;

import org.minqing.code.Coded;

/** The two reviews that the law knows: 信访工作条例, articles 35 and 36. */
public enum ReviewStage implements Coded {
    /** Of the answer of those who handled it. */
    FIRST("firstReview", "复查"),
    /** Of the first review; nothing follows it. */
    FINAL("finalReview", "复核");

    private final String code;
    private final String label;

    ReviewStage(String code, String label) {
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
}
