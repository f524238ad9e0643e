package org.minqing.desk.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.minqing.intake.TypedSubmission;

/**
 * What somebody typed who takes an appeal down. Its fields are named like those of the interface, but for the two through whose
 * hands it came: {@code relayer} and {@code passer}.
 *
 * @param typed field to text, as it was typed
 */
record RegisterForm(Map<String, String> typed) {

    private static final List<String> TEXTS = List.of(
            "channel",
            "type",
            "category",
            "title",
            "description",
            "location.unit",
            "location.address",
            "resident.name",
            "accused",
            "facts.danger");
    private static final List<String> FLAGS = List.of(
            "resident.anonymous",
            "facts.safetyRisk",
            "facts.lineCut",
            "facts.vulnerable",
            "facts.aboutStaff",
            "facts.needsOtherUnits",
            "facts.needsFunds",
            "facts.needsEnforcement",
            "facts.needsPublicSupport",
            "facts.beyondStreet");

    private TypedSubmission fields() {
        return new TypedSubmission(typed);
    }

    String text(String field) {
        return fields().text(field);
    }

    String key() {
        return fields().key();
    }

    /** As a program would have sent it. */
    ObjectNode json() {
        var root = fields().json(TEXTS, FLAGS);
        relayed(root, "relayer");
        relayed(root, "passer");
        return root;
    }

    /** Under which name the page has a field that is refused. */
    static String onPage(String field) {
        return field.replace("relayedBy[0]", "relayer").replace("relayedBy[1]", "passer");
    }

    private void relayed(ObjectNode root, String who) {
        var as = text(who + ".as");
        var name = text(who + ".name");
        var phone = fields().halfWidth(who + ".phone");
        if (!(as + name + phone).isBlank()
                || who.equals("relayer") && !text("passer.as").isEmpty()) {
            root.withArrayProperty("relayedBy")
                    .addObject()
                    .put("as", as)
                    .put("name", name)
                    .put("phone", phone);
        }
    }
}
