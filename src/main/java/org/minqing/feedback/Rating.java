package org.minqing.feedback;

import org.minqing.outcome.Question;

/**
 * What the resident thinks of the result.
 *
 * @param asked     what he was asked
 * @param grade     5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意: the five grades of 政务服务好差评
 * @param yes       what he said to that: that the matter itself is solved, or that he accepts the answer
 * @param contacted whether anybody reached the resident while it was handled
 * @param comment   may be null
 */
public record Rating(Question asked, int grade, boolean yes, boolean contacted, String comment) {

    private static final String[] LABELS = {"非常不满意", "不满意", "基本满意", "满意", "非常满意"};

    public Rating {
        if (grade < 1 || grade > 5) {
            throw new IllegalArgumentException("grade " + grade);
        }
    }

    /** 基本满意 counts as satisfied, as in the five-grade rule; a "no" does not, however polite the grade. */
    public boolean satisfied() {
        return grade >= 3 && yes;
    }

    /** For the ledger, such as {@code resolved=true}. */
    String answer() {
        return asked.field() + "=" + yes;
    }

    /** In words, without the comment. */
    public String words() {
        return label() + "，" + asked.says(yes);
    }

    /** In words, with the comment if there is one. */
    public String told() {
        return words() + (comment == null || comment.isBlank() ? "" : "：" + comment);
    }

    public String label() {
        return LABELS[grade - 1];
    }
}
