package org.minqing.process.decisions;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.minqing.appeal.Responsibility;
import org.minqing.code.Coded;
import org.minqing.outcome.AfterNo;
import org.minqing.outcome.Evidence;
import org.minqing.outcome.OutcomeRule;
import org.minqing.outcome.Question;

/**
 * What one row of {@code outcome.dmn} answers.
 *
 * @param cell the text of an output by its name, empty for an empty cell
 */
public record OutcomeCells(UnaryOperator<String> cell) {

    /** @throws IllegalArgumentException naming the output whose cell says what the program does not know */
    public OutcomeRule rule() {
        var evidence = Responsibility.posts(cell.apply("evidence")).stream()
                .map(code -> known("evidence", Evidence.Kind.class, code))
                .collect(Collectors.toSet());
        var after = known("afterNo", AfterNo.class, cell.apply("afterNo"));
        var post = cell.apply("post");
        if ((after == AfterNo.REVIEW) == post.isEmpty()) {
            throw new IllegalArgumentException("post: 由督办复核的填岗位，别的不填。Only a review has a post.");
        }
        return new OutcomeRule(evidence, known("question", Question.class, cell.apply("question")), after, post);
    }

    private static <E extends Enum<E> & Coded> E known(String output, Class<E> list, String code) {
        return Coded.find(list, code)
                .orElseThrow(() -> new IllegalArgumentException(output + ": 不能是“" + code + "”。It cannot be that."));
    }
}
