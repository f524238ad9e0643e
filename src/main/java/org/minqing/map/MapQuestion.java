package org.minqing.map;

import java.util.Map;
import java.util.Set;

/**
 * What of a layer somebody wants to see.
 *
 * @param units   codes of the units; null for every one, those that are gone among them
 * @param filters codes of choices, by code of the layer's filter; what is not narrowed is not there
 * @param forAll  whether it is for a room: then what few may know of is left out, though the reader may see it
 */
public record MapQuestion(Set<String> units, Map<String, String> filters, boolean forAll) {

    /** All that may be read by everybody who stands in a room. */
    static final MapQuestion FOR_ALL = new MapQuestion(null, Map.of(), true);
}
