package org.minqing.review;

import java.util.function.UnaryOperator;

/**
 * What {@code review-limits.dmn} answers.
 *
 * @param rule  null where there is no such review
 * @param whyNot for the resident; empty where there is one
 */
public record ReviewAnswer(ReviewRule rule, String whyNot) {

    /**
     * @param cell the text of an output by its name, empty for an empty cell
     * @throws IllegalArgumentException naming the output whose cell cannot be used
     */
    public static ReviewAnswer of(UnaryOperator<String> cell) {
        var why = cell.apply("whyNot");
        return switch (cell.apply("offered")) {
            case "yes" -> new ReviewAnswer(ReviewRule.of(cell), "");
            case "no" -> {
                if (why.isEmpty()) {
                    throw new IllegalArgumentException("whyNot: 不受理的要写明理由。A refusal says why.");
                }
                yield new ReviewAnswer(null, why);
            }
            default -> throw new IllegalArgumentException("offered: 只能是 yes 或 no。It is yes or no.");
        };
    }
}
