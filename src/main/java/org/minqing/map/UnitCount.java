package org.minqing.map;

import java.util.Map;

/**
 * What a layer has marked in one unit and all below it, for one reader.
 *
 * @param depth   0 for the locality itself
 * @param single  whether one person, one household or one building stands behind it
 * @param figures by code of the figure; those of which there is none are 0
 */
public record UnitCount(
        String unit, String name, String level, int depth, boolean single, Map<String, Integer> figures) {}
