package org.minqing.question;

import org.minqing.code.Coded;

/** How it stands with a question. */
public enum QuestionState implements Coded {
    WAITING("waiting", "等居民答复"),
    ANSWERED("answered", "居民已答复"),
    EXPIRED("expired", "居民未在期限内答复"),
    LAPSED("lapsed", "诉求已结束，不再等答复");

    private final String code;
    private final String label;

    QuestionState(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As {@code resident_question_end.outcome} and the interfaces have it. */
    @Override
    public String code() {
        return code;
    }

    /** The Chinese words for it. */
    public String label() {
        return label;
    }
}
