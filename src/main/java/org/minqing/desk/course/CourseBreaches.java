package org.minqing.desk.course;

import java.util.List;
import org.minqing.sla.Clock;
import org.minqing.time.Times;

/**
 * Which limits passed, and which step was open then: the one that the appeal itself waited for, not whoever supervised
 * beside it.
 */
record CourseBreaches(List<CourseSheet.Breach> list) {

    static CourseBreaches of(List<Clock> clocks, Course course) {
        return new CourseBreaches(clocks.stream()
                .filter(c -> c.outcome() == Clock.Outcome.BREACHED)
                .map(c -> breach(c, course))
                .toList());
    }

    private static CourseSheet.Breach breach(Clock c, Course course) {
        return new CourseSheet.Breach(
                c.kind().name(),
                c.kind().label(),
                c.round(),
                Times.iso(c.dueAt()),
                c.stoppedAt() == null ? null : Times.iso(c.stoppedAt()),
                course.steps().stream()
                        .filter(s -> s.onTheWay() && CourseKind.of(s.type()) == CourseKind.TASK)
                        .filter(s -> s.openAt(c.dueAt()))
                        .map(CourseSheets::id)
                        .toList());
    }

    /** Such as 响应, for each limit that passed during that visit. */
    List<String> at(String visit) {
        return list.stream()
                .filter(b -> b.steps().contains(visit))
                .map(CourseSheet.Breach::clockName)
                .toList();
    }
}
