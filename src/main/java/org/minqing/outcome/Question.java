package org.minqing.outcome;

import org.minqing.code.Coded;

/** What the resident is asked about a result: only who was told that it is solved is asked whether it is. */
public enum Question implements Coded {
    SOLVED("solved", "resolved", "问题解决了吗", "问题已解决", "问题未解决"),
    ACCEPT("accept", "accepted", "接受这个答复吗", "接受答复", "不接受答复"),
    /** As of praise: nobody asks. */
    NONE("none", "", "", "", "");

    private final String code;
    private final String field;
    private final String words;
    private final String yes;
    private final String no;

    Question(String code, String field, String words, String yes, String no) {
        this.code = code;
        this.field = field;
        this.words = words;
        this.yes = yes;
        this.no = no;
    }

    /** As {@code outcome.dmn} and the database write it. */
    @Override
    public String code() {
        return code;
    }

    /** Under which name an interface and the ledger have the answer. */
    public String field() {
        return field;
    }

    /** The question, in Chinese, without its mark. */
    public String words() {
        return words;
    }

    /** What the resident said, in Chinese. */
    public String says(boolean yes) {
        return yes ? this.yes : no;
    }
}
