package org.minqing.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.intake.TypedSubmission;
import org.minqing.organisation.Locality;

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
            "resident.notice",
            "accused",
            "facts.danger");
    private static final List<String> FLAGS =
            List.of("resident.anonymous", "facts.safetyRisk", "facts.lineCut", "facts.vulnerable", "facts.aboutStaff");

    private TypedSubmission fields() {
        return new TypedSubmission(typed);
    }

    String text(String field) {
        return fields().text(field);
    }

    String key() {
        return fields().key();
    }

    /** What he wrote and chose, without his photos. */
    String words() {
        return TypedSubmission.words(json());
    }

    /** As a program would have sent it. */
    ObjectNode json() {
        var root = fields().json(TEXTS, FLAGS);
        root.put("channel", "online");
        position("location.lng", 180)
                .ifPresent(lng -> position("location.lat", 90).ifPresent(lat -> {
                    TypedSubmission.put(root, "location.lng", lng);
                    TypedSubmission.put(root, "location.lat", lat);
                }));
        return root;
    }

    /** Fields of a position elsewhere: he tells of a thing here, but does not stand here. He was told when he took it. */
    List<String> outside(Locality locality) {
        var position = json().path("location");
        return position.has("lng")
                        && !locality.extent()
                                .holds(
                                        position.path("lng").asDouble(),
                                        position.path("lat").asDouble())
                ? List.of("location.lng", "location.lat")
                : List.of();
    }

    /** Written by the browser and by nobody else: what is no position is none, rather than a fault that he cannot mend. */
    private Optional<JsonNode> position(String field, int limit) {
        var text = text(field);
        return text.matches("-?[0-9]{1,3}(\\.[0-9]{1,8})?") && Math.abs(Double.parseDouble(text)) <= limit
                ? Optional.of(DoubleNode.valueOf(Double.parseDouble(text)))
                : Optional.empty();
    }
}
