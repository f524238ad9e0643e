package org.minqing.desk.course;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Timeline;
import org.minqing.desk.course.Course.State;
import org.minqing.sla.Clocks;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;

/** Puts together what staff see of the course of an appeal: the engine's steps, our clocks and the names of our posts. */
@Service
class CourseSheets {

    private final Courses courses;
    private final Clocks clocks;
    private final Timeline timeline;
    private final CourseWords words;
    private final InstantSource clock;

    CourseSheets(Courses courses, Clocks clocks, Timeline timeline, CourseWords words, InstantSource clock) {
        this.courses = courses;
        this.clocks = clocks;
        this.timeline = timeline;
        this.words = words;
        this.clock = clock;
    }

    /** Empty if nothing is kept of it any more. */
    Optional<CourseSheet> of(Appeal appeal) {
        return courses.of(appeal.number()).map(course -> sheet(appeal, course));
    }

    private CourseSheet sheet(Appeal appeal, Course course) {
        var now = clock.instant();
        var actors = new CourseActors(timeline.of(appeal.number()));
        var breaches = CourseBreaches.of(clocks.of(appeal.number()), course);
        var steps =
                course.steps().stream().map(s -> step(s, now, actors, breaches)).toList();
        var ids = course.steps().stream().collect(Collectors.toMap(Course.Step::id, CourseSheets::id));
        return new CourseSheet(
                appeal.number(),
                Times.iso(now),
                Times.iso(course.started()),
                iso(course.ended()),
                course.duration(),
                spent(course.duration(), course.started(), now),
                course.ended() == null ? null : end(steps),
                course.definition(),
                course.version(),
                course.xml(),
                steps,
                activities(course, steps, now),
                course.flows(),
                decisions(appeal, course, ids),
                breaches.list());
    }

    private static CourseSheet.Step step(Course.Step s, Instant now, CourseActors actors, CourseBreaches breaches) {
        return new CourseSheet.Step(
                id(s),
                s.activity(),
                s.name(),
                s.type(),
                CourseKind.of(s.type()).code(),
                s.onTheWay(),
                s.visit(),
                Times.iso(s.started()),
                iso(s.ended()),
                s.duration(),
                spent(s.duration(), s.started(), now),
                s.state().name().toLowerCase(Locale.ROOT),
                actors.of(s),
                breaches.at(id(s)));
    }

    /** Of a visit, in addresses: nobody needs to know what the engine calls it. */
    static String id(Course.Step s) {
        return s.visit() == 1 ? s.activity() : s.activity() + "-" + s.visit();
    }

    private static String end(List<CourseSheet.Step> steps) {
        return steps.stream()
                .filter(s -> s.kind().equals(CourseKind.END.code()))
                .reduce((a, b) -> b)
                .map(CourseSheet.Step::id)
                .orElse(null);
    }

    private static List<CourseSheet.Activity> activities(Course course, List<CourseSheet.Step> steps, Instant now) {
        var shown = steps.stream()
                .collect(Collectors.groupingBy(CourseSheet.Step::activity, LinkedHashMap::new, Collectors.toList()));
        return course.steps().stream()
                .collect(Collectors.groupingBy(Course.Step::activity, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(visits -> activity(visits, shown.get(visits.get(0).activity()), now))
                .toList();
    }

    private static CourseSheet.Activity activity(List<Course.Step> visits, List<CourseSheet.Step> shown, Instant now) {
        var ended = visits.stream()
                .filter(v -> v.duration() != null)
                .mapToLong(Course.Step::duration)
                .sum();
        var until = visits.stream()
                .filter(v -> v.duration() == null)
                .mapToLong(v -> Duration.between(v.started(), now).toMillis())
                .sum();
        var first = shown.get(0);
        return new CourseSheet.Activity(
                first.activity(),
                first.name(),
                first.kind(),
                visits.size(),
                ended,
                Spans.spent(Duration.ofMillis(ended + until)),
                visits.stream().anyMatch(v -> v.state() == State.RUNNING),
                visits.stream().anyMatch(v -> v.state() == State.CANCELLED),
                shown.stream().flatMap(s -> s.breaches().stream()).distinct().toList());
    }

    private List<CourseSheet.Decision> decisions(Appeal appeal, Course course, Map<String, String> ids) {
        var values = words.of(appeal, course.decisions());
        return course.decisions().stream()
                .map(d -> new CourseSheet.Decision(
                        ids.get(d.step()),
                        d.key(),
                        d.name(),
                        d.version(),
                        Times.iso(d.at()),
                        d.inputs().stream().map(values::of).toList(),
                        d.outputs().stream().map(values::of).toList(),
                        d.rules().stream()
                                .map(r -> new CourseSheet.Rule(r.number(), r.id(), r.text()))
                                .toList()))
                .toList();
    }

    private static String spent(Long duration, Instant started, Instant now) {
        return Spans.spent(duration == null ? Duration.between(started, now) : Duration.ofMillis(duration));
    }

    private static String iso(Instant at) {
        return at == null ? null : Times.iso(at);
    }
}
