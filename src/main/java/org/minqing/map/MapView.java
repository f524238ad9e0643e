package org.minqing.map;

import java.time.Instant;
import java.util.List;
import org.minqing.map.MapParts.Mark;
import org.minqing.organisation.Locality;

/**
 * What one reader sees of one layer: the counts are those of the marks, and every mark is in the list.
 *
 * @param counts of the units that are his and those in which something is marked, each unit before those below it
 */
public record MapView(
        Instant at,
        Locality locality,
        MapLayer layer,
        LocalityShapes shapes,
        List<UnitCount> counts,
        List<Mark> marks) {

    /** How much of a figure there is in all; of the first, how many marks. */
    public int total(String figure) {
        return (int)
                marks.stream().filter(mark -> mark.figures().contains(figure)).count();
    }

    /** How many stand nowhere on the map but in the list. */
    public long withoutPosition() {
        return marks.stream().filter(mark -> mark.position() == null).count();
    }
}
