package org.minqing.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.outcome.Question;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.minqing.problem.UnknownFields;

/** Turns what was sent into a {@link Rating}, strictly. */
public final class RatingReader {

    private static final int LONGEST_COMMENT = 500;

    private RatingReader() {}

    /**
     * @param asked what the resident is asked, and with that which field has his answer
     * @throws InvalidInput naming each field that cannot be accepted
     */
    public static Rating read(JsonNode json, Question asked) {
        var problems =
                new ArrayList<>(UnknownFields.of(json, "", Set.of("grade", asked.field(), "contacted", "comment")));
        var grade = json.path("grade");
        if (!grade.isInt() || grade.intValue() < 1 || grade.intValue() > 5) {
            problems.add(new FieldProblem("grade", "应为 1 到 5 的整数", "must be a whole number from 1 to 5"));
        }
        for (var name : List.of(asked.field(), "contacted")) {
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
                asked,
                grade.intValue(),
                json.path(asked.field()).booleanValue(),
                json.path("contacted").booleanValue(),
                comment.isTextual() ? comment.asText() : null);
    }

    /**
     * The same as it was typed on a page, where yes and no are words.
     *
     * @throws InvalidInput naming each field that cannot be accepted
     */
    public static Rating typed(Map<String, String> typed, Question asked) {
        var json = JsonNodeFactory.instance.objectNode();
        var grade = typed.getOrDefault("grade", "");
        if (grade.matches("[1-5]")) {
            json.put("grade", Integer.parseInt(grade));
        }
        for (var field : List.of(asked.field(), "contacted")) {
            var answer = typed.getOrDefault(field, "");
            if (answer.equals("yes") || answer.equals("no")) {
                json.put(field, answer.equals("yes"));
            }
        }
        var comment = typed.getOrDefault("comment", "").replace("\r\n", "\n").strip();
        return read(comment.isEmpty() ? json : json.put("comment", comment), asked);
    }
}
