package org.minqing.household.colour;

import java.util.Map;

/**
 * What {@code household-colour.dmn} is asked once: codes and numbers, nothing by which anybody is known.
 *
 * @param weight       a code of {@code KeyGroup.Weight}: the strongest of the people there
 * @param peopleAtRisk how many of them are in a key group with a weight
 * @param urgency      of one open appeal; empty while nothing is decided
 * @param overdue      whether one of its limits is over
 * @param needDays     since the need that waits longest was due
 * @param contactDays  since somebody was with them, or since they were written down
 */
public record ColourFacts(
        Risk risk, String weight, int peopleAtRisk, String urgency, boolean overdue, int needDays, int contactDays) {

    static ColourFacts people(String weight, int atRisk) {
        return new ColourFacts(Risk.PERSON, weight, atRisk, "", false, 0, 0);
    }

    static ColourFacts appeal(String urgency, boolean overdue) {
        return new ColourFacts(Risk.TIME, "none", 0, urgency, overdue, 0, 0);
    }

    static ColourFacts needs(int days) {
        return new ColourFacts(Risk.TIME, "none", 0, "", false, days, 0);
    }

    static ColourFacts contact(int days) {
        return new ColourFacts(Risk.TIME, "none", 0, "", false, 0, days);
    }

    /** By the names of the table's inputs. */
    public Map<String, Object> inputs() {
        return Map.of(
                "risk", risk.code(),
                "weight", weight,
                "peopleAtRisk", peopleAtRisk,
                "urgency", urgency,
                "overdue", overdue,
                "needDays", needDays,
                "contactDays", contactDays);
    }
}
