package org.minqing.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * When a time limit is over, and why then.
 *
 * @param dueAt            the earliest moment at which the whole budget has been counted
 * @param steps            how it came about: they follow each other without a gap, the first from the opening, the last to
 *                         {@code dueAt}; never empty
 * @param provisionalYears years whose arrangement of holidays is not known yet and of which a day decided something
 */
public record Projection(Instant dueAt, List<Step> steps, Set<Integer> provisionalYears) {

    public Projection {
        steps = List.copyOf(steps);
        provisionalYears = Set.copyOf(provisionalYears);
    }

    /** What becomes of the time of a step. */
    public enum How {
        COUNTED,
        REST_DAY,
        OFF_HOURS,
        PAUSED
    }

    /**
     * A stretch of time that is treated alike. Equal whole days that follow each other are one step.
     *
     * @param why       in Chinese, such as 双休日 or 国庆节放假
     * @param days      how many whole days from midnight to midnight it is, 0 if it is not made of whole days
     * @param counted   how much of it counts: the whole of it, or the office hours of each of its days, or nothing
     * @param soFar     how much was counted from the opening to the end of this step
     */
    public record Step(Instant from, Instant to, How how, String why, int days, Duration counted, Duration soFar) {

        /** Whether the next step continues this one, so that a reader needs to hear of both only once. */
        boolean continuedBy(Step next) {
            return how == next.how && why.equals(next.why) && (how != How.COUNTED || (days > 0) == (next.days > 0));
        }

        Step and(Step next) {
            var wholeDays = days > 0 && next.days > 0 ? days + next.days : 0;
            return new Step(from, next.to, how, why, wholeDays, counted.plus(next.counted), next.soFar);
        }
    }
}
