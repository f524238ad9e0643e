package org.minqing.household.colour;

import java.util.function.UnaryOperator;

/**
 * What a rule of {@code household-colour.dmn} answers.
 *
 * @param colour code of a colour of the locality
 * @param rule   id of the rule
 * @param reason in Chinese; tells of no single person, group or appeal
 */
public record Verdict(String colour, String rule, String reason) {

    private static final int LONGEST = 40;

    /**
     * @param cell the text of an output by its name, empty for an empty cell
     * @throws IllegalArgumentException naming the output whose cell cannot be used
     */
    public static Verdict of(String rule, UnaryOperator<String> cell) {
        var colour = cell.apply("colour");
        var reason = cell.apply("reason");
        if (colour.isBlank()) {
            throw new IllegalArgumentException("colour: 不能空着。It is needed.");
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new IllegalArgumentException("reason: 要写 1 到 " + LONGEST + " 个字。It has 1 to 40 characters.");
        }
        return new Verdict(colour, rule, reason);
    }
}
