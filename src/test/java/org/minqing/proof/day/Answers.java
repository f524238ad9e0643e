package org.minqing.proof.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Fills in a form as it is offered with a task: what is fixed beforehand, by chance what there is to choose, and words that fit
 * where a text is required. A form that gets a further field needs nothing here.
 */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORDS = "已经到现场看过，和居民当面说明了情况，约定三天内办妥。";

    /** Texts that not just any words fit. */
    private static final Map<String, String> TEXTS = Map.of(
            "contactPhone", "023-0000-7001",
            "evidence", "现场照片两张，编号 2026-117，存网格工作台账",
            "witnessName", "三楼住户代表",
            "witnessReach", "电话 023-0000-7002",
            "figureUnit", "米",
            "passedTo", "网格员和社区两委");

    /** Asked for now and then, and never in the way: they are left out unless somebody fixes them. */
    private static final Set<String> LEFT_OUT = Set.of("contactAt", "comment");

    /** A form asks for it, and a table for some results. */
    private static final Set<String> WANTED = Set.of("evidenceKind");

    private final Town town;
    private final Map<String, String> fixed;
    private final String about;

    Answers(Town town, Map<String, String> fixed, String about) {
        this.town = town;
        this.fixed = fixed;
        this.about = about;
    }

    String to(JsonNode task) {
        var answers = new ObjectNode(JsonNodeFactory.instance);
        var told = new HashMap<String, String>();
        // Whether a field is shown may depend on one that stands below it.
        for (int turn = 0; turn < 2; turn++) {
            for (var field : task.path("fields")) {
                var key = field.path("key").asText();
                if (!told.containsKey(key) && shown(field, told)) {
                    var answer = answer(field, key);
                    if (answer != null) {
                        told.put(key, answer.asText());
                        answers.set(key, answer);
                    }
                }
            }
        }
        try {
            return JSON.writeValueAsString(answers);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode answer(JsonNode field, String key) {
        var nodes = JsonNodeFactory.instance;
        if (fixed.containsKey(key)) {
            return nodes.textNode(fixed.get(key));
        }
        var choices = values(field.path("choices"));
        var type = field.path("type").asText();
        if (type.equals("taglist")) {
            return key.equals("bodies") && !choices.isEmpty()
                    ? nodes.arrayNode().add(town.pick(choices))
                    : null;
        }
        if (LEFT_OUT.contains(key)
                || (!field.path("required").asBoolean() && !TEXTS.containsKey(key) && !WANTED.contains(key))) {
            return null;
        }
        if (!choices.isEmpty()) {
            return nodes.textNode(town.pick(choices));
        }
        return switch (type) {
            case "number" -> nodes.numberNode(1 + town.random().nextInt(5));
            case "date", "datetime" ->
                nodes.textNode(
                        town.today().plusDays(7 + town.random().nextInt(30)).toString());
            case "checkbox" -> nodes.booleanNode(town.chance(50));
            default -> nodes.textNode(text(key, field.path("maxLength").asInt(500)));
        };
    }

    private String text(String key, int most) {
        if (key.equals("original")) {
            return town.any(town.filed()).map(Filed::number).orElse(about);
        }
        var words = TEXTS.getOrDefault(key, WORDS);
        return words.length() <= most ? words : words.substring(0, most);
    }

    static List<String> values(JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .map(choice -> choice.path("value").asText())
                .toList();
    }

    private static boolean shown(JsonNode field, Map<String, String> told) {
        var when = field.path("shownWhen");
        if (when.isMissingNode() || when.isNull()) {
            return true;
        }
        var answers = StreamSupport.stream(when.path("on").spliterator(), false)
                .map(key -> told.getOrDefault(key.asText(), ""))
                .toList();
        return StreamSupport.stream(when.path("answers").spliterator(), false)
                .anyMatch(combination -> StreamSupport.stream(combination.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                        .equals(answers));
    }
}
