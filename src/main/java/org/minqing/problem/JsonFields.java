package org.minqing.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads fields of a JSON object strictly and collects what is wrong with each, so that the caller hears it all at once. */
public final class JsonFields {

    private final List<FieldProblem> problems = new ArrayList<>();

    /** The object of that name, or an empty one; anything else and every unknown field in it is a problem. */
    public JsonNode object(JsonNode parent, String prefix, Set<String> known) {
        if (parent.isMissingNode() || parent.isNull()) {
            return MissingNode.getInstance();
        }
        if (!parent.isObject()) {
            problem(prefix.isEmpty() ? "body" : prefix, "应为一个对象", "must be an object");
            return MissingNode.getInstance();
        }
        problems.addAll(UnknownFields.of(parent, path(prefix, ""), known));
        return parent;
    }

    public String text(JsonNode object, String prefix, String name, int min, int max, Pattern pattern) {
        var field = path(prefix, name);
        var node = object.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isTextual()) {
            problem(field, "应为文字", "must be text");
            return null;
        }
        var text = node.asText("").strip();
        if (node.isNull() || text.isEmpty()) {
            if (min > 0) {
                problem(field, "必填", "is required");
            }
            return null;
        }
        var flaw = TextRule.flaw(field, text, max);
        flaw.ifPresent(problems::add);
        if (flaw.isEmpty() && text.codePointCount(0, text.length()) < min) {
            problem(field, "至少 " + min + " 个字", "shorter than " + min + " characters");
        } else if (flaw.isEmpty() && pattern != null && !pattern.matcher(text).matches()) {
            problem(field, "格式不对", "has the wrong form");
        }
        return text;
    }

    public boolean flag(JsonNode object, String prefix, String name) {
        var node = object.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            problem(path(prefix, name), "应为 true 或 false", "must be true or false");
        }
        return node.asBoolean(false);
    }

    public int count(JsonNode object, String prefix, String name, int max) {
        var node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() > max) {
            problem(path(prefix, name), "应为 0 到 " + max + " 的整数", "must be a whole number from 0 to " + max);
            return 0;
        }
        return node.intValue();
    }

    public Double degrees(JsonNode object, String prefix, String name, double limit) {
        var node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isNumber() || !(Math.abs(node.doubleValue()) <= limit)) {
            problem(
                    path(prefix, name),
                    "应在 -" + (int) limit + " 到 " + (int) limit + " 度之间",
                    "must be between -" + (int) limit + " and " + (int) limit + " degrees");
            return null;
        }
        return node.doubleValue();
    }

    public void problem(String field, String zh, String en) {
        problems.add(new FieldProblem(field, zh, en));
    }

    public boolean refuses(String field) {
        return problems.stream().anyMatch(p -> p.field().equals(field));
    }

    /** @throws InvalidInput if anything was wrong */
    public void done() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static String path(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }
}
