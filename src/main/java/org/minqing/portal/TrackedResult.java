package org.minqing.portal;

import java.util.stream.Stream;
import org.minqing.outcome.Question;

/**
 * What came of an appeal, for the resident.
 *
 * @param outcome     a code, such as {@code solved}
 * @param name        in Chinese
 * @param figure      what was measured, such as {@code 新增车位 22 个}; null if nothing was
 * @param transferred to whom it was passed on, and what was promised there; null if it was not
 * @param plan        null unless the works are still to come
 * @param asked       in which field he says what he thinks of it: {@code resolved} or {@code accepted}; empty if he is not asked
 * @param question    the same in Chinese
 */
record TrackedResult(
        String outcome,
        String name,
        String figure,
        String transferred,
        PlannedTill plan,
        String asked,
        String question) {

    /** What he is asked; where there is no result yet, what most are asked. */
    static Question questionOf(TrackedResult result) {
        return Stream.of(Question.SOLVED, Question.ACCEPT)
                .filter(question -> result != null && question.field().equals(result.asked()))
                .findFirst()
                .orElse(Question.SOLVED);
    }

    /**
     * Works that are still to come.
     *
     * @param until      when they are to be done, in words
     * @param feedbackBy by when the resident hears of them again, in words
     */
    public record PlannedTill(String words, String until, String feedbackBy, String unitName) {}
}
