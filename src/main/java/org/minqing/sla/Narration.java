package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.ClockKind;
import org.minqing.organisation.OfficeHours;
import org.minqing.sla.calendar.Projection;
import org.minqing.sla.calendar.Projection.How;
import org.minqing.sla.calendar.Suspension;
import org.minqing.sla.calendar.WorkingCalendar;
import org.minqing.time.Times;

/**
 * Tells how a deadline came about, so that an official can read it aloud. It is told from the same projection from which
 * the deadline is taken.
 *
 * @param steps    the deadline line by line; the last line says {@code dueAt}
 * @param sentence the same in short, and what became of the clock
 * @param dueAt    the end of the last step of the projection, or earlier where another deadline cuts it short
 */
public record Narration(List<String> steps, String sentence, Instant dueAt) {

    private static final String NOT_AFTER = "签收不得晚于响应";

    public Narration {
        steps = List.copyOf(steps);
    }

    /**
     * What is told about one clock.
     *
     * @param countedFrom when it was opened, or corrected
     * @param budget      without extensions
     * @param hours       of the locality
     * @param extensions  in the order in which they were granted
     * @param outcome     null while it runs
     * @param stoppedAt   null before it is stopped
     * @param notAfter    when the response is due, before which it has to be accepted; null where nothing cuts it short
     */
    public record Input(
            ClockKind kind,
            Instant countedFrom,
            Duration budget,
            CalendarKind calendar,
            OfficeHours hours,
            List<Clock.Extension> extensions,
            List<Suspension> suspensions,
            List<Clock.Retiming> retimings,
            Clock.Outcome outcome,
            Instant stoppedAt,
            Instant notAfter) {

        /** With all extensions. */
        Duration wholeBudget() {
            return extensions.stream().map(Clock.Extension::by).reduce(budget, Duration::plus);
        }
    }

    /** @throws IllegalArgumentException if the budget is negative */
    public static Narration of(Input in, WorkingCalendar calendar) {
        var projection = calendar.project(in.countedFrom, in.wholeBudget(), in.calendar, in.hours, in.suspensions);
        var time = new SpokenTime(in.countedFrom);
        var provisional = provisional(projection);
        var cut = in.notAfter != null && projection.dueAt().isAfter(in.notAfter);
        var due = cut ? in.notAfter : projection.dueAt();

        List<String> steps = new ArrayList<>();
        steps.addAll(beginning(in, time));
        steps.addAll(extensions(in, time));
        steps.addAll(new SpokenSteps(in.calendar, in.hours, time).of(projection));
        steps.addAll(provisional);
        if (cut) {
            steps.add(NOT_AFTER + "，响应的期限是 " + time.end(due) + "。");
        }
        steps.add("因此应于 " + time.end(due) + " 前" + in.kind.label() + "。");

        var sentence = start(in, time) + "，" + changes(in, projection, time)
                + (cut ? "算到 " + time.endMinute(projection.dueAt()) + "，但" + NOT_AFTER + "，" : "") + "应于 "
                + time.endMinute(due) + " 前" + in.kind.label() + before(in, time) + "；" + end(in)
                + String.join("", provisional);
        return new Narration(steps, sentence, due);
    }

    /** From when it counts and how much: a line, and one more for each correction. */
    private static List<String> beginning(Input in, SpokenTime time) {
        List<String> lines = new ArrayList<>();
        for (var i = 0; i < in.retimings.size(); i++) {
            var r = in.retimings.get(i);
            if (r.dueAt() != null) {
                lines.add((i == 0
                                ? time.moment(r.countedFrom()) + " 起算"
                                : since(in.retimings.get(i - 1), r.countedFrom(), time::moment))
                        + "，" + limit(r.budget(), r.calendar(), in.hours) + "，原应于 " + time.end(r.dueAt()) + " 前"
                        + in.kind.label() + "。");
            }
        }
        lines.add(last(in).map(r -> since(r, in.countedFrom, time::moment))
                        .orElseGet(() -> time.moment(in.countedFrom) + " 起算")
                + "，" + limit(in.budget, in.calendar, in.hours) + "。");
        return lines;
    }

    private static String start(Input in, SpokenTime time) {
        return last(in).map(r -> since(r, in.countedFrom, time::minute))
                        .orElseGet(() -> time.minute(in.countedFrom) + " 起算")
                + "，" + limit(in.budget, in.calendar, in.hours);
    }

    /** Such as {@code 3月2日 10:20 因更正研判，由一般改为特急，自此起算}. */
    private static String since(Clock.Retiming r, Instant countedFrom, Function<Instant, String> words) {
        var from = countedFrom.equals(r.at()) ? "自此" : "仍自 " + words.apply(countedFrom) + " ";
        return words.apply(r.at()) + " 因" + r.why() + "，" + r.change() + "，" + from + "起算";
    }

    /** The promise that was made before, to be compared. */
    private static String before(Input in, SpokenTime time) {
        return last(in).filter(r -> r.dueAt() != null)
                .map(r -> "（原应于 " + time.endMinute(r.dueAt()) + " 前" + in.kind.label() + "）")
                .orElse("");
    }

    private static Optional<Clock.Retiming> last(Input in) {
        return in.retimings.stream().reduce((first, next) -> next);
    }

    private static String limit(Duration budget, CalendarKind calendar, OfficeHours hours) {
        var length = "限 " + SpokenTime.length(budget, calendar);
        return switch (calendar) {
            case RUNNING -> length + "，不分昼夜连续计算";
            case WORKING_DAYS -> length + "，双休日和放假日不计，调休上班日照计";
            case WORKING_HOURS -> length + "工作时间（" + hours.words() + "）";
        };
    }

    private static List<String> extensions(Input in, SpokenTime time) {
        List<String> lines = new ArrayList<>();
        var whole = in.budget;
        for (var e : in.extensions) {
            whole = whole.plus(e.by());
            lines.add(time.moment(e.at()) + " 经" + e.approvedBy() + "批准延长 " + SpokenTime.length(e.by(), in.calendar)
                    + "（" + e.reason() + "），共 " + SpokenTime.length(whole, in.calendar) + "。");
        }
        return lines;
    }

    /** What made the deadline other than the opening and the limit alone would: extensions, pauses and holidays. */
    private static String changes(Input in, Projection projection, SpokenTime time) {
        List<String> parts = new ArrayList<>();
        for (var e : in.extensions) {
            parts.add("经" + e.approvedBy() + "批准延长 " + SpokenTime.length(e.by(), in.calendar) + "（" + e.reason() + "）");
        }
        for (var s : projection.steps()) {
            if (s.how() == How.PAUSED) {
                parts.add(time.minute(s.from()) + " 至 " + time.endMinute(s.to()) + " 暂停计时（" + s.why() + "）");
            }
        }
        var holidays = projection.steps().stream()
                .filter(s -> s.how() == How.REST_DAY && s.why().endsWith("放假"))
                .map(Projection.Step::why)
                .distinct()
                .collect(Collectors.joining("、"));
        if (!holidays.isEmpty()) {
            parts.add("其间" + holidays + "不计");
        }
        return parts.stream().map(p -> p + "，").collect(Collectors.joining());
    }

    private static String end(Input in) {
        if (in.outcome == Clock.Outcome.CANCELLED) {
            return Times.words(in.stoppedAt) + " 因诉求结束停止计时。";
        }
        if (in.stoppedAt != null) {
            return Times.words(in.stoppedAt) + " 完成，" + in.outcome.label() + "。";
        }
        if (in.outcome == Clock.Outcome.BREACHED) {
            return "已超时，尚未完成。";
        }
        return in.suspensions.isEmpty() ? "正在计时。" : "尚未完成。";
    }

    private static List<String> provisional(Projection projection) {
        return projection.provisionalYears().stream()
                .sorted()
                .map(year -> year + "年放假安排尚未公布，暂按双休日和固定节日推算，公布后重新推算。")
                .toList();
    }
}
