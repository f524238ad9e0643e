package org.minqing.hints;

import java.util.List;
import java.util.Optional;

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

    /** Nothing is hinted. */
    public static final Hints NONE = new Hints(List.of(), "", false, false, false, Optional.empty(), List.of());
}
