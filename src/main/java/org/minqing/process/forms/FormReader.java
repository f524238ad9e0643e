package org.minqing.process.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the components of a form. A component or a rule that it does not know is refused when the form is read: passing
 * over it would mean that the browser checks something which the server accepts unchecked.
 */
class FormReader {

    private static final Set<String> FOR_SHOW = Set.of("html", "text", "table", "spacer", "separator");
    private static final Set<String> CHECKS = Set.of("required", "minLength", "maxLength", "pattern", "min", "max");

    /** Custom property of a text field that takes ids of attachments, and the kind of answer that it gives. */
    static final String FILES = "files";

    private final String form;
    private final List<FieldRule> rules = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    FormReader(String form) {
        this.form = form;
    }

    List<FieldRule> read(JsonNode form) {
        readComponents(form, List.of());
        return rules;
    }

    private void readComponents(JsonNode parent, List<String> hiddenBy) {
        for (var component : parent.path("components")) {
            var type = type(component);
            if (FOR_SHOW.contains(type)) {
                continue;
            }
            var hidden = withOwnCondition(component, hiddenBy);
            if (type.equals("group")) {
                require(!component.has("path"), "a group with a path would nest the answers");
                readComponents(component, hidden);
            } else {
                rules.add(rule(component, type, hidden));
            }
        }
    }

    /** What form-js calls a datetime may be a day alone, which people fill in otherwise; a time alone nobody can check. */
    private static String type(JsonNode component) {
        var type = component.path("type").asText();
        if (component.path("properties").has(FILES)) {
            return FILES;
        }
        return type.equals("datetime") ? component.path("subtype").asText() : type;
    }

    private static List<String> withOwnCondition(JsonNode component, List<String> outer) {
        var hide = component.path("conditional").path("hide").asText();
        if (!hide.startsWith("=")) {
            return outer;
        }
        var all = new ArrayList<>(outer);
        all.add(hide.substring(1));
        return all;
    }

    private FieldRule rule(JsonNode component, String type, List<String> hiddenBy) {
        var key = component.path("key").asText();
        require(AnswerKind.of(type).isPresent(), "the server cannot check a " + type);
        require(key.matches("[a-z][A-Za-z0-9]*"), "bad key '" + key + "'");
        require(keys.add(key), "key '" + key + "' is used twice");
        var checks = component.path("validate");
        checks.fieldNames().forEachRemaining(name -> require(CHECKS.contains(name), "unknown check " + name));
        var valuesKey = component.path("valuesKey").asText(null);
        var field = new FormField(
                key,
                type,
                component.path("label").asText(),
                component.path("description").asText(null),
                checks.path("required").asBoolean(),
                integer(checks, "maxLength"),
                component.path("defaultValue").asText(null),
                options(component),
                valuesKey);
        var pattern = checks.path("pattern").asText(null);
        return new FieldRule(
                field,
                integer(checks, "minLength"),
                pattern == null ? null : Pattern.compile(pattern),
                decimal(checks, "min"),
                decimal(checks, "max"),
                integer(component, "decimalDigits"),
                hiddenBy);
    }

    private static List<FormField.Option> options(JsonNode component) {
        var options = new ArrayList<FormField.Option>();
        for (var value : component.path("values")) {
            options.add(new FormField.Option(
                    value.path("value").asText(), value.path("label").asText()));
        }
        return options;
    }

    private Integer integer(JsonNode node, String name) {
        require(!node.has(name) || node.path(name).isInt(), name + " must be a whole number");
        return node.has(name) ? Integer.valueOf(node.path(name).intValue()) : null;
    }

    private BigDecimal decimal(JsonNode node, String name) {
        require(!node.has(name) || node.path(name).isNumber(), name + " must be a number");
        return node.has(name) ? node.path(name).decimalValue() : null;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Form " + form + ": " + otherwise);
        }
    }
}
