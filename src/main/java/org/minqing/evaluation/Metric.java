package org.minqing.evaluation;

/**
 * One entry of {@code metrics.yml}.
 *
 * @param code        as programs call it
 * @param name        as officials call it
 * @param measure     unit of measure of the value, such as {@code %}
 * @param definition  what it says
 * @param numerator   what stands above the line, in words
 * @param denominator what stands below the line, in words
 * @param cutOffRule  what the cut-off decides
 * @param query       the whole statement, with named parameters
 */
public record Metric(
        String code,
        String name,
        String measure,
        String definition,
        String numerator,
        String denominator,
        String cutOffRule,
        String query) {

    /** The same with what its query begins with. */
    Metric over(String cases) {
        return new Metric(
                code,
                name,
                measure,
                definition,
                numerator,
                denominator,
                cutOffRule,
                cases.strip() + "\n" + query.strip());
    }
}
