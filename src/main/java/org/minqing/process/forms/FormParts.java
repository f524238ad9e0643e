package org.minqing.process.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts the parts that several forms share where the forms name them. The place of a part is a text with the custom
 * property {@code part}: Camunda Modeler shows and keeps custom properties, while it does not open a form with a kind of
 * component that it does not know. A field for files has the custom property {@code files} and is no such place.
 */
class FormParts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_A_PLACE = Set.of("type", "id", "text", "layout", "properties");

    private final Map<String, ObjectNode> parts = new HashMap<>();
    private final Set<String> unused;

    private FormParts(Map<String, String> parts) {
        parts.forEach((file, text) -> this.parts.put(file, read(file, text)));
        unused = new TreeSet<>(parts.keySet());
    }

    /**
     * The whole forms.
     *
     * @param forms text of each by its name, such as {@code forms/call-resident.form}
     * @param parts the same of the parts, such as {@code forms/parts/appeal-card.form}
     * @throws IllegalArgumentException naming file and part, if a part is missing, stands within itself or is used by no
     *                                  form, or if a form would have an id or a key twice
     */
    static Map<String, String> compose(Map<String, String> forms, Map<String, String> parts) {
        var all = new FormParts(parts);
        var whole = new TreeMap<String, String>();
        forms.forEach((file, text) -> whole.put(file, all.compose(file, text)));
        require(all.unused.isEmpty(), String.join(", ", all.unused), "used by no form");
        return whole;
    }

    private String compose(String file, String text) {
        var form = read(file, text);
        form.set("components", composed(form, List.of(file), new HashMap<>()));
        return form.toString();
    }

    /**
     * @param within the file that these components stand in, after those that it was put into
     * @param taken  where each id and each key of the form was seen first
     */
    private ArrayNode composed(JsonNode parent, List<String> within, Map<String, String> taken) {
        var all = JSON.createArrayNode();
        for (var component : parent.path("components")) {
            if (component.path("properties").isEmpty()
                    || component.path("properties").has(FormReader.FILES)) {
                take("id", component, within, taken);
                take("key", component, within, taken);
                if (component.has("components")) {
                    ((ObjectNode) component).set("components", composed(component, within, taken));
                }
                all.add(component);
            } else {
                var part = partAt(component, within);
                unused.remove(part);
                var inner = Stream.concat(within.stream(), Stream.of(part)).toList();
                all.addAll(composed(parts.get(part).deepCopy(), inner, taken));
            }
        }
        return all;
    }

    private String partAt(JsonNode place, List<String> within) {
        var file = within.get(within.size() - 1);
        var named = place.path("properties");
        require(named.size() == 1 && named.has("part"), file, "the only custom property is 'part', not " + named);
        var part = "forms/parts/" + named.path("part").asText() + ".form";
        require(parts.containsKey(part), file, "there is no part " + part);
        require(!within.contains(part), file, "the part " + part + " would stand within itself");
        // A condition, for one, would be lost without a word.
        place.fieldNames()
                .forEachRemaining(name -> require(
                        OF_A_PLACE.contains(name),
                        file,
                        "the place of the part " + part + " cannot have '" + name + "'"));
        return part;
    }

    private static void take(String kind, JsonNode component, List<String> within, Map<String, String> taken) {
        var name = component.path(kind).asText();
        var file = within.get(within.size() - 1);
        var before = name.isEmpty() ? null : taken.putIfAbsent(kind + " " + name, file);
        require(before == null, within.get(0), kind + " '" + name + "' twice, from " + before + " and from " + file);
    }

    private static ObjectNode read(String file, String text) {
        try {
            var form = JSON.readTree(text);
            require(form.path("components").isArray(), file, "it has no components");
            return (ObjectNode) form;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": it is not JSON", e);
        }
    }

    private static void require(boolean holds, String file, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(file + ": " + otherwise);
        }
    }
}
