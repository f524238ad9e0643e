package org.minqing.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.minqing.feedback.Rating;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.minqing.problem.UnknownFields;

/** Turns what was sent into a {@link Rating}, strictly. */
final class RatingReader {

    private static final Set<String> FIELDS = Set.of("grade", "resolved", "contacted", "comment");
    private static final int LONGEST_COMMENT = 500;

    private RatingReader() {}

    /** @throws InvalidInput naming each field that cannot be accepted */
    static Rating read(JsonNode json) {
        var problems = new ArrayList<>(UnknownFields.of(json, "", FIELDS));
        var grade = json.path("grade");
        if (!grade.isInt() || grade.intValue() < 1 || grade.intValue() > 5) {
            problems.add(new FieldProblem("grade", "应为 1 到 5 的整数", "must be a whole number from 1 to 5"));
        }
        for (var name : List.of("resolved", "contacted")) {
            if (!json.path(name).isBoolean()) {
                problems.add(new FieldProblem(name, "应为 true 或 false", "must be true or false"));
            }
        }
        var comment = json.path("comment");
        if (!comment.isMissingNode() && !comment.isNull() && !comment.isTextual()) {
            problems.add(new FieldProblem("comment", "应为文字", "must be text"));
        } else {
            TextRule.flaw("comment", comment.asText(""), LONGEST_COMMENT).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Rating(
                grade.intValue(),
                json.path("resolved").booleanValue(),
                json.path("contacted").booleanValue(),
                comment.isTextual() ? comment.asText() : null);
    }
}
