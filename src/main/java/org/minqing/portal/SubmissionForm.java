package org.minqing.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a resident typed into the page. Its fields are named like those of the interface, so that one reader serves both and
 * each fault finds its field.
 *
 * @param typed field to text, as it was typed
 */
record SubmissionForm(Map<String, String> typed) {

    private static final List<String> TEXTS = List.of(
            "locality",
            "type",
            "category",
            "title",
            "description",
            "location.unit",
            "location.address",
            "resident.name",
            "accused",
            "facts.danger");
    private static final List<String> FLAGS =
            List.of("resident.anonymous", "facts.safetyRisk", "facts.lineCut", "facts.vulnerable", "facts.aboutStaff");

    String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The key that came with the page and makes a double tap one appeal; a new one if somebody tampered with it. */
    String key() {
        var key = text("key");
        return key.matches("[0-9a-f-]{36}") ? key : newKey();
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** As a program would have sent it. */
    ObjectNode json() {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("channel", "online");
        // Browsers send two characters for each end of a line, which nobody typed and nobody should count.
        TEXTS.forEach(field -> put(root, field, TextNode.valueOf(text(field).replace("\r\n", "\n"))));
        FLAGS.forEach(field -> put(root, field, BooleanNode.valueOf(!text(field).isEmpty())));
        put(root, "resident.phone", TextNode.valueOf(halfWidth("resident.phone")));
        put(root, "facts.peopleAffected", number(halfWidth("facts.peopleAffected")));
        return root;
    }

    /** Chinese keyboards offer digits of full width, which look like digits and are none. */
    private String halfWidth(String field) {
        return Normalizer.normalize(text(field), Normalizer.Form.NFKC).strip();
    }

    private static JsonNode number(String text) {
        if (text.isEmpty()) {
            return IntNode.valueOf(0);
        }
        return text.matches("[0-9]{1,9}") ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
    }

    private static void put(ObjectNode root, String field, JsonNode value) {
        var dot = field.indexOf('.');
        if (dot < 0) {
            root.set(field, value);
        } else {
            root.withObjectProperty(field.substring(0, dot)).set(field.substring(dot + 1), value);
        }
    }
}
