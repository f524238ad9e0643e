package org.minqing.proof.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.dto.history.HistoricDecisionInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.JobQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.VariableInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.minqing.process.forms.FormFiles;

/** What an address would take, with this and that of it turned into something else. */
final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String SUBMISSION = """
            {"locality":"shibu","channel":"web","category":"other","title":"楼道灯坏了","description":"三楼楼道灯不亮已经两天。",
             "location":{"unit":"shibu-chengxi-1-01","address":"三号楼","lng":110.1,"lat":35.8},
             "resident":{"name":"来电居民","phone":"0911-555-0177","anonymous":false}}""";

    private static final List<String> SMALL = List.of(
            "{\"purpose\":\"核实\"}",
            "{\"reached\":true}",
            "{\"original\":\"SB-20260407-0001\"}",
            "{\"instruction\":\"请尽快\"}",
            "{\"holder\":\"shibu-chengxi-1-01-grid-worker\",\"reason\":\"换人\"}",
            "{\"userId\":\"shibu-grid-01\"}",
            "{\"grade\":5,\"resolved\":true,\"contacted\":true,\"comment\":\"好\"}");

    private final Hostile hostile;
    private final List<String> forms = new ArrayList<>(FormFiles.onClassPath().values());

    Bodies(Hostile hostile) {
        this.hostile = hostile;
    }

    /** For an address, mostly of the right shape. */
    String json(String path) {
        if (hostile.once(20)) {
            return broken();
        }
        var body = mutated(read(sound(path)), 0);
        return body.toString();
    }

    private String sound(String path) {
        if (path.endsWith("/complete")) {
            return answers().toString();
        }
        if (path.endsWith("/submit-form")) {
            var variables = NODES.objectNode();
            answers()
                    .fields()
                    .forEachRemaining(
                            f -> variables.set(f.getKey(), NODES.objectNode().<ObjectNode>set("value", f.getValue())));
            return NODES.objectNode().<ObjectNode>set("variables", variables).toString();
        }
        if (path.contains("/camunda/")) {
            return query(path).toString();
        }
        return path.endsWith("/appeals") ? SUBMISSION : hostile.one(SMALL);
    }

    /** Answers for the fields of some form. */
    private ObjectNode answers() {
        var answers = NODES.objectNode();
        for (var field : read(hostile.one(forms)).path("components")) {
            if (field.has("key") && !hostile.once(3)) {
                answers.set(field.path("key").asText(), value(field));
            }
        }
        return answers;
    }

    private JsonNode value(JsonNode field) {
        var choices = field.path("values");
        return switch (field.path("type").asText()) {
            case "checkbox" -> NODES.booleanNode(hostile.once(2));
            case "number" -> NODES.numberNode(hostile.below(100));
            case "datetime" -> NODES.textNode("2026-11-0%dT10:00+08:00".formatted(1 + hostile.below(9)));
            default ->
                choices.isEmpty()
                        ? NODES.textNode("已到现场查看")
                        : choices.get(hostile.below(choices.size())).path("value");
        };
    }

    /** What the engine's queries take, as their classes say it. */
    private ObjectNode query(String path) {
        var type = path.contains("/variable-instance")
                ? VariableInstanceQueryDto.class
                : path.contains("/decision-instance")
                        ? HistoricDecisionInstanceQueryDto.class
                        : path.contains("/job")
                                ? JobQueryDto.class
                                : path.contains("/process-instance")
                                        ? ProcessInstanceQueryDto.class
                                        : TaskQueryDto.class;
        var query = NODES.objectNode();
        var names = names(type);
        for (var i = hostile.below(4); i > 0; i--) {
            query.set(hostile.one(names), leaf());
        }
        if (hostile.once(4)) {
            query.set("orQueries", NODES.arrayNode().add(NODES.objectNode().set(hostile.one(names), leaf())));
        }
        if (hostile.once(4)) {
            query.set(
                    "sorting",
                    NODES.arrayNode()
                            .add(NODES.objectNode()
                                    .put("sortBy", hostile.text())
                                    .put("sortOrder", "asc")));
        }
        return query;
    }

    static List<String> names(Class<?> query) {
        return Arrays.stream(query.getMethods())
                .map(method -> method.getAnnotation(CamundaQueryParam.class))
                .filter(annotation -> annotation != null)
                .map(CamundaQueryParam::value)
                .toList();
    }

    /** In about every third body one value or two become something else. */
    private JsonNode mutated(JsonNode node, int depth) {
        if (hostile.once(depth == 0 ? 40 : 12)) {
            return leaf();
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (hostile.once(25)) {
                    object.remove(field.getKey());
                } else {
                    object.set(field.getKey(), mutated(field.getValue(), depth + 1));
                }
            }
            if (hostile.once(15)) {
                object.set(hostile.text(), leaf());
            }
        }
        return node;
    }

    private JsonNode leaf() {
        return switch (hostile.below(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(hostile.once(2));
            case 2 -> NODES.numberNode(hostile.below(Integer.MAX_VALUE) - Integer.MAX_VALUE / 2);
            case 3 -> NODES.numberNode(1e308);
            case 4 -> NODES.arrayNode().add(hostile.text());
            case 5 -> NODES.objectNode().put(hostile.text(), hostile.text());
            case 6 ->
                NODES.objectNode()
                        .put("type", "Object")
                        .put("value", "x")
                        .set("valueInfo", NODES.objectNode().put("objectTypeName", "java.lang.Runtime"));
            default -> NODES.textNode(hostile.text());
        };
    }

    private String broken() {
        return switch (hostile.below(9)) {
            case 0 -> "";
            case 1 -> "null";
            case 2 -> "[".repeat(10_000);
            case 3 -> "{\"a\":".repeat(5000);
            case 4 -> "{\"title\":1e999999}";
            case 5 -> "{\"title\":\"a\",\"title\":\"b\"}";
            case 6 -> "{\"title\":\"\\ud800\\u0000\"}";
            case 7 -> hostile.text();
            default -> SUBMISSION.substring(0, hostile.below(SUBMISSION.length()));
        };
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
