package org.minqing.feedback;

/**
 * What the resident thinks of the result.
 *
 * @param grade     5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意: the five grades of 政务服务好差评
 * @param resolved  whether the matter itself is solved
 * @param contacted whether anybody reached the resident while it was handled
 * @param comment   may be null
 */
public record Rating(int grade, boolean resolved, boolean contacted, String comment) {

    private static final String[] LABELS = {"非常不满意", "不满意", "基本满意", "满意", "非常满意"};

    public Rating {
        if (grade < 1 || grade > 5) {
            throw new IllegalArgumentException("grade " + grade);
        }
    }

    /** 基本满意 counts as satisfied, as in the five-grade rule; an unsolved matter does not, however polite the grade. */
    public boolean satisfied() {
        return grade >= 3 && resolved;
    }

    public String label() {
        return LABELS[grade - 1];
    }
}
