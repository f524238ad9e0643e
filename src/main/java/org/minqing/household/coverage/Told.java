package org.minqing.household.coverage;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Numbers as their reader is told them: whoever does not see what was counted is not told of so few that he might know which they are.
 *
 * @param fewest the smallest that is told
 * @param seen   whether he sees what was counted
 */
public record Told(int fewest, boolean seen) {

    /** In figures, or that they are few. None is told. */
    public String of(long number) {
        return hides(number) ? "少于 " + fewest : String.valueOf(number);
    }

    /** The sum of a column; not told where it would give away the only number in it that is not. */
    public String sum(List<Coverage.Place> places, ToLongFunction<Figures> column) {
        var numbers = places.stream()
                .mapToLong(place -> column.applyAsLong(place.figures()))
                .toArray();
        var hidden = 0;
        var sum = 0L;
        for (var number : numbers) {
            hidden += hides(number) ? 1 : 0;
            sum += number;
        }
        return hidden == 1 && !hides(sum) ? "约 " + (sum - sum % fewest) : of(sum);
    }

    /** Whether a part of a whole can be drawn: as long as neither is too few. */
    public boolean draws(Figures figures) {
        return figures.households() > 0
                && !hides(figures.households())
                && !hides(figures.waiting())
                && !hides(figures.households() - figures.waiting());
    }

    private boolean hides(long number) {
        return !seen && number > 0 && number < fewest;
    }
}
