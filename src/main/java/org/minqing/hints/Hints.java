package org.minqing.hints;

import java.util.List;
import java.util.Optional;
import org.minqing.appeal.Facts;

/**
 * What a text hints at. Nobody has looked yet: it may only raise what was said, never lower it.
 *
 * @param found      one for each group, in the order of the file
 * @param danger     code of the strongest kind, empty if none is hinted
 * @param vulnerable an old, young, sick or disabled person is concerned
 * @param lineCut    water, power, gas, heat, sewage or a road is cut
 * @param aboutStaff it may be about a member of staff
 * @param category   that fits better, if one is hinted
 * @param call       whom to call, for the strongest danger first
 */
public record Hints(
        List<Hint> found,
        String danger,
        boolean vulnerable,
        boolean lineCut,
        boolean aboutStaff,
        Optional<String> category,
        List<Call> call) {

    /** What was filed, with what is hinted besides. A danger that a person named is nearer than one of words. */
    public Facts raised(Facts filed) {
        return new Facts(
                filed.safetyRisk(),
                filed.danger().isEmpty() ? danger : filed.danger(),
                filed.lineCut() || lineCut,
                filed.peopleAffected(),
                filed.vulnerable() || vulnerable,
                filed.needsOtherUnits(),
                filed.needsFunds(),
                filed.needsEnforcement(),
                filed.needsPublicSupport(),
                filed.beyondStreet(),
                filed.aboutStaff() || aboutStaff);
    }

    /** The category that is hinted, if it is another than was chosen. */
    public Optional<String> betterThan(String chosen) {
        return category.filter(hinted -> !hinted.equals(chosen));
    }

    /** Nothing is hinted. */
    public static final Hints NONE = new Hints(List.of(), "", false, false, false, Optional.empty(), List.of());
}
