package org.minqing.triage.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.Facts;

/**
 * What somebody chose and typed on the page. The short form, in danger, tells one fact; the long one tells all, and what is not
 * ticked there is not so.
 *
 * @param typed field to text, as it was typed
 */
record CorrectionForm(Map<String, String> typed) {

    private static final List<String> TEXTS = List.of("type", "category", "reason");

    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean whole() {
        return typed.containsKey("whole");
    }

    /** How many corrections the page showed; null if somebody tampered with it. */
    public Integer seen() {
        return text("seen").matches("[0-9]{1,6}") ? Integer.valueOf(text("seen")) : null;
    }

    /** The task from which he came, to go back to; empty if from elsewhere. */
    public String task() {
        return text("task").matches("[A-Za-z0-9-]{1,64}") ? text("task") : "";
    }

    /** As a program would have sent it. */
    ObjectNode json() {
        var root = JsonNodeFactory.instance.objectNode();
        // Browsers send two characters for each end of a line, which nobody typed and nobody should count.
        TEXTS.stream()
                .filter(typed::containsKey)
                .forEach(field -> root.put(field, text(field).replace("\r\n", "\n")));
        if (typed.containsKey("location.unit")) {
            root.putObject("location").put("unit", text("location.unit"));
        }
        var facts = root.putObject("facts");
        Facts.NONE.asMap().forEach((name, none) -> put(facts, name, none));
        return root;
    }

    private void put(ObjectNode facts, String name, Object none) {
        var field = "facts." + name;
        if (!whole() && !typed.containsKey(field)) {
            return;
        }
        if (none instanceof Boolean) {
            facts.put(name, !text(field).isEmpty());
        } else if (none instanceof Integer) {
            count(
                    facts,
                    name,
                    Normalizer.normalize(text(field), Normalizer.Form.NFKC).strip());
        } else {
            facts.put(name, text(field));
        }
    }

    private static void count(ObjectNode facts, String name, String digits) {
        if (digits.matches("[0-9]{1,9}")) {
            facts.put(name, Integer.parseInt(digits));
        } else if (digits.isEmpty()) {
            facts.put(name, 0);
        } else {
            facts.put(name, digits);
        }
    }
}
