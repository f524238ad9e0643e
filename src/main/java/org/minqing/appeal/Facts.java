package org.minqing.appeal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known about an appeal when the decisions are taken. Their inputs carry the same names.
 *
 * @param safetyRisk         somebody may be hurt or property damaged (S3-19)
 * @param danger             code of the kind of danger that somebody is in now, such as {@code fire}; empty if in none that is
 *                           known
 * @param lineCut            water, power, gas, heat, sewage or the road is cut off, whatever the category
 * @param peopleAffected     how many people, 0 when unknown
 * @param vulnerable         an old, young, sick or disabled person is concerned
 * @param needsOtherUnits    one unit cannot do it alone
 * @param needsFunds         it costs money that nobody has in hand
 * @param needsEnforcement   somebody with the power to enforce is needed
 * @param needsPublicSupport it works only if many residents take part (S4-11)
 * @param beyondStreet       beyond what the locality may decide (S4-12)
 * @param aboutStaff         it complains about somebody who works here
 */
public record Facts(
        boolean safetyRisk,
        String danger,
        boolean lineCut,
        int peopleAffected,
        boolean vulnerable,
        boolean needsOtherUnits,
        boolean needsFunds,
        boolean needsEnforcement,
        boolean needsPublicSupport,
        boolean beyondStreet,
        boolean aboutStaff) {

    public Facts {
        // Rows of before do not say.
        danger = danger == null ? "" : danger;
    }

    /** Nothing is known. */
    public static final Facts NONE = new Facts(false, "", false, 0, false, false, false, false, false, false, false);

    /** As the database keeps it. */
    static Facts of(String text, ObjectMapper json) {
        try {
            return json.readValue(text, Facts.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #of} reads. */
    String json(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name to value, in the order of declaration. */
    public Map<String, Object> asMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("safetyRisk", safetyRisk);
        map.put("danger", danger);
        map.put("lineCut", lineCut);
        map.put("peopleAffected", peopleAffected);
        map.put("vulnerable", vulnerable);
        map.put("needsOtherUnits", needsOtherUnits);
        map.put("needsFunds", needsFunds);
        map.put("needsEnforcement", needsEnforcement);
        map.put("needsPublicSupport", needsPublicSupport);
        map.put("beyondStreet", beyondStreet);
        map.put("aboutStaff", aboutStaff);
        return map;
    }
}
