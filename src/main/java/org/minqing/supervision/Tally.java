package org.minqing.supervision;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.minqing.supervision.BacklogRows.Count;

/**
 * Counts of several ages and units taken together.
 *
 * @param ages   how many are open in each band
 * @param oldest days since the oldest that is not waiting was submitted
 */
record Tally(List<Integer> ages, int open, int waiting, int dueSoon, int overdue, int oldest) {

    static Tally of(int bands, Collection<Count> counts) {
        return new Tally(
                IntStream.range(0, bands)
                        .mapToObj(band -> counts.stream()
                                .filter(c -> c.band() == band)
                                .mapToInt(Count::open)
                                .sum())
                        .toList(),
                counts.stream().mapToInt(Count::open).sum(),
                counts.stream().mapToInt(Count::waiting).sum(),
                counts.stream().mapToInt(Count::dueSoon).sum(),
                counts.stream().mapToInt(Count::overdue).sum(),
                counts.stream().mapToInt(Count::oldest).max().orElse(0));
    }

    Summary.UnitLine line(String unit, String name) {
        return new Summary.UnitLine(unit, name, open, dueSoon, overdue, waiting, oldest);
    }

    /** @param depth 0 for those just below the locality */
    Matrix.Line line(String unit, String name, int depth) {
        return new Matrix.Line(unit, name, depth, ages, open, waiting, dueSoon, overdue, oldest);
    }
}
