package org.minqing.process.decisions;

import static org.minqing.process.AppealVariables.ASSIST_POSTS;
import static org.minqing.process.AppealVariables.DANGER_POSTS;
import static org.minqing.process.AppealVariables.LEAD_POST;
import static org.minqing.process.AppealVariables.POST;
import static org.minqing.process.AppealVariables.RESPOND_POSTS;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.appeal.Responsibility;

/**
 * Who leads, who helps and who may respond first, from two tables: the rung of the ladder says who leads on it, the category
 * or the danger says who knows the matter. Whoever knows it and does not lead helps.
 *
 * @param danger who sets out at the same moment as whoever responds
 */
public record DecidedPosts(String lead, List<String> assist, List<String> respond, List<String> danger) {

    /** What the two tables that were just asked say together. */
    public static DecidedPosts of(DelegateExecution execution) {
        return of(LEAD_POST.get(execution), RESPOND_POSTS.get(execution), DecisionAnswer.of(execution)::text);
    }

    /** Until the round is decided. */
    public void keep(DelegateExecution execution) {
        POST.set(execution, lead);
        ASSIST_POSTS.set(execution, String.join(",", assist));
        RESPOND_POSTS.set(execution, String.join(",", respond));
        DANGER_POSTS.set(execution, String.join(",", danger));
    }

    /** The same in the posts that a locality has. */
    public DecidedPosts here(UnaryOperator<String> postFor) {
        var first = postFor.apply(lead);
        return new DecidedPosts(
                first,
                assist.stream()
                        .map(postFor)
                        .filter(helper -> !helper.equals(first))
                        .distinct()
                        .toList(),
                respond.stream().map(postFor).distinct().toList(),
                danger.stream().map(postFor).distinct().toList());
    }

    /**
     * @param rungLead    who leads on the rung; empty where whoever answers for the category leads
     * @param rungRespond who responds first on the rung, separated by commas
     * @param unit        an output of {@code responsible-unit.dmn} by its name
     */
    static DecidedPosts of(String rungLead, String rungRespond, UnaryOperator<String> unit) {
        var post = unit.apply("post");
        var lead = rungLead.isEmpty() ? post : rungLead;
        return new DecidedPosts(
                lead,
                Stream.concat(Stream.of(post), Responsibility.posts(unit.apply("assistPosts")).stream())
                        .filter(helper -> !helper.equals(lead))
                        .distinct()
                        .toList(),
                Responsibility.posts(rungRespond),
                Responsibility.posts(unit.apply("dangerPosts")));
    }
}
