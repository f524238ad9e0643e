package org.minqing.intake;

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
import java.util.stream.Stream;

/**
 * What somebody typed into a page on which appeals are written down. Its fields are named like those of the interface, a dot
 * leading into an object, so that one reader serves both and each fault finds its field.
 *
 * @param typed field to text, as it was typed
 */
public record TypedSubmission(Map<String, String> typed) {

    private static final String ATTACHMENTS = "attachments";

    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The key that came with the page and makes a double tap one appeal; a new one if somebody tampered with it. */
    public String key() {
        var key = text("key");
        return key.matches("[0-9a-f-]{36}") ? key : newKey();
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** As a program would have sent it: these texts, these yeses, and what all pages ask. */
    public ObjectNode json(List<String> texts, List<String> flags) {
        var root = JsonNodeFactory.instance.objectNode();
        // Browsers send two characters for each end of a line, which nobody typed and nobody should count.
        texts.forEach(field -> put(root, field, TextNode.valueOf(text(field).replace("\r\n", "\n"))));
        flags.forEach(field -> put(root, field, BooleanNode.valueOf(!text(field).isEmpty())));
        put(root, "resident.phone", TextNode.valueOf(halfWidth("resident.phone")));
        put(root, "facts.peopleAffected", number(halfWidth("facts.peopleAffected")));
        var attachments = root.putArray(ATTACHMENTS);
        Stream.of(text(ATTACHMENTS).split(",")).filter(id -> !id.isEmpty()).forEach(attachments::add);
        return root;
    }

    /** What makes two requests the same: the words. A photo that comes twice has two ids. */
    public static String words(ObjectNode json) {
        return json.deepCopy().without(ATTACHMENTS).toString();
    }

    /** Chinese keyboards offer digits of full width, which look like digits and are none. */
    public String halfWidth(String field) {
        return Normalizer.normalize(text(field), Normalizer.Form.NFKC).strip();
    }

    private static JsonNode number(String text) {
        if (text.isEmpty()) {
            return IntNode.valueOf(0);
        }
        return text.matches("[0-9]{1,9}") ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
    }

    /** @param field a dot leads into an object */
    public static void put(ObjectNode root, String field, JsonNode value) {
        var dot = field.indexOf('.');
        if (dot < 0) {
            root.set(field, value);
        } else {
            root.withObjectProperty(field.substring(0, dot)).set(field.substring(dot + 1), value);
        }
    }
}
