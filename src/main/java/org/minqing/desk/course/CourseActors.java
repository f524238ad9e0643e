package org.minqing.desk.course;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.minqing.appeal.Timeline;

/**
 * As what somebody did a step: the unit and post that the timeline names for his act. It knows the post of that day, which
 * his account may no longer have, and it names nobody whom the card of the appeal does not name.
 */
class CourseActors {

    private final List<Timeline.Entry> timeline;

    CourseActors(List<Timeline.Entry> timeline) {
        this.timeline = timeline;
    }

    /** Empty if nobody held the task, or the timeline tells of no act of his. */
    String of(Course.Step step) {
        if (step.person() == null) {
            return "";
        }
        var at = step.ended() == null ? step.started() : step.ended();
        return timeline.stream()
                .filter(e -> step.person().equals(e.person()))
                .min(Comparator.comparing(e -> apart(e.at(), at)))
                .map(Timeline.Entry::as)
                .orElse("");
    }

    private static Duration apart(Instant a, Instant b) {
        return Duration.between(a, b).abs();
    }
}
