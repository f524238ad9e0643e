package org.minqing.desk.course;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.appeal.Appeal;
import org.minqing.progress.Phases;
import org.minqing.progress.Progress;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Tells the way of an appeal in a few words: what people did, what one of them is to do now, and what is left. */
@Component
class CourseStops {

    private final Phases phases;
    private final Clocks clocks;

    CourseStops(Phases phases, Clocks clocks) {
        this.phases = phases;
        this.clocks = clocks;
    }

    /** In order; what is to come in the locality's own words for its phases, because nobody knows which steps it will take. */
    List<CourseStop> of(Appeal appeal, CourseSheet sheet) {
        var progress = phases.of(appeal).phases();
        var received = progress.get(0);
        return Stream.of(
                        Stream.of(new CourseStop("done", received.name(), "", sheet.startedAt(), null, null)),
                        done(sheet),
                        now(appeal, sheet),
                        sheet.endedAt() == null ? next(progress) : ended(appeal, sheet))
                .flatMap(stops -> stops)
                .toList();
    }

    private static Stream<CourseStop> done(CourseSheet sheet) {
        return sheet.steps().stream()
                .filter(step -> task(step) && step.state().equals("completed"))
                .sorted(Comparator.comparing(CourseSheet.Step::endedAt))
                .map(step -> new CourseStop("done", step.name(), step.who(), step.endedAt(), null, null));
    }

    private Stream<CourseStop> now(Appeal appeal, CourseSheet sheet) {
        var limit = nearest(appeal);
        var running = sheet.steps().stream()
                .filter(step -> step.onTheWay() && step.state().equals("running"))
                .toList();
        var tasks = running.stream().filter(CourseStops::task).toList();
        // Beside a task the model also waits for what may come; that is where it stands only if nobody has anything to
        // do.
        var waits = running.stream().filter(step -> step.kind().equals(CourseKind.EVENT.code()));
        return (tasks.isEmpty() ? waits : tasks.stream())
                .map(step -> new CourseStop(
                        "now",
                        step.name(),
                        step.who(),
                        step.startedAt(),
                        limit.map(c -> c.kind().label()).orElse(null),
                        limit.map(c -> Times.iso(c.dueAt())).orElse(null)));
    }

    private static Stream<CourseStop> next(List<Progress.Phase> progress) {
        return progress.stream().filter(phase -> !phase.reached()).map(phase -> CourseStop.next(phase.name()));
    }

    private static Stream<CourseStop> ended(Appeal appeal, CourseSheet sheet) {
        return Stream.of(new CourseStop("ended", appeal.status().label(), "", sheet.endedAt(), null, null));
    }

    private Optional<Clock> nearest(Appeal appeal) {
        return clocks.of(appeal.number()).stream()
                .filter(c -> c.stoppedAt() == null)
                .min(Comparator.comparing(Clock::dueAt));
    }

    /** Who watches or supervises beside it is not on the way. */
    private static boolean task(CourseSheet.Step step) {
        return step.onTheWay() && step.kind().equals(CourseKind.TASK.code());
    }
}
