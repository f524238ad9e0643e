package org.minqing.process.decisions;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minqing.appeal.Responsibility;

/**
 * Who leads, who helps and who may respond first, from two tables: the rung of the ladder says who leads on it, the category
 * or the danger says who knows the matter. Whoever knows it and does not lead helps.
 */
public record DecidedPosts(String lead, List<String> assist, List<String> respond) {

    /**
     * @param rungLead    who leads on the rung; empty where whoever answers for the category leads
     * @param rungRespond who responds first on the rung, separated by commas
     * @param unit        an output of {@code responsible-unit.dmn} by its name
     */
    public static DecidedPosts of(String rungLead, String rungRespond, UnaryOperator<String> unit) {
        var post = unit.apply("post");
        var lead = rungLead.isEmpty() ? post : rungLead;
        return new DecidedPosts(
                lead,
                Stream.concat(Stream.of(post), Responsibility.posts(unit.apply("assistPosts")).stream())
                        .filter(helper -> !helper.equals(lead))
                        .distinct()
                        .toList(),
                Stream.of(rungRespond, unit.apply("dangerPosts"))
                        .flatMap(posts -> Responsibility.posts(posts).stream())
                        .distinct()
                        .toList());
    }
}
