package org.minqing.supervision;

import java.util.List;

/** Open appeals by unit and age. */
record Matrix(List<SupervisionRules.Band> bands, List<Line> lines, Line total) {

    /**
     * A unit with all below it.
     *
     * @param depth 0 for those just below the locality
     * @param ages  in the order of the bands
     */
    public record Line(
            String unit,
            String name,
            int depth,
            List<Integer> ages,
            int open,
            int waiting,
            int dueSoon,
            int overdue,
            int oldestDays) {}
}
