package org.minqing.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.Limit;
import org.minqing.sla.calendar.Suspension;

/**
 * One clock of one appeal in one round. What it may use and what did not count is kept; the rest follows from that.
 *
 * @param openedAt    when it began to run
 * @param countedFrom from when it counts: the same, or the correction that gave it another limit
 * @param retimings   what it was before each correction
 * @param budget      how much counted time it was given
 * @param calendar    which time counts
 * @param warnBefore  how much counted time before its end handlers are warned; zero for never
 * @param extensions  more time that was granted
 * @param suspensions when it did not run
 * @param warnAt      derived; null for never
 * @param dueAt       derived: in this moment it is still kept
 * @param basis       digest of the working calendar it was derived from
 * @param warned      whether handlers were warned of the deadline that it has now
 * @param outcome     null while it runs
 * @param stoppedAt   when what it timed was done, or when it was cancelled; null before. A breached clock may still run
 * @param rung        how often it was escalated
 * @param nextRungAt  when it is escalated next; null for never
 */
public record Clock(
        ClockKind kind,
        int round,
        Duration budget,
        CalendarKind calendar,
        Duration warnBefore,
        List<Extension> extensions,
        List<Suspension> suspensions,
        Instant openedAt,
        Instant countedFrom,
        List<Retiming> retimings,
        Instant warnAt,
        Instant dueAt,
        String basis,
        boolean warned,
        Outcome outcome,
        Instant stoppedAt,
        int rung,
        Instant nextRungAt) {

    /**
     * More budget, granted once (延期).
     *
     * @param by         how much more, counted by the clock's own calendar
     * @param reason     as it was asked for, in Chinese
     * @param approvedBy who granted it, as colleagues call him
     * @param at         when it was granted
     */
    public record Extension(Duration by, String reason, String approvedBy, Instant at) {}

    /**
     * Something gave it another limit; until then it had these.
     *
     * @param at     when
     * @param change what was corrected, such as {@code 由一般改为特急}
     * @param dueAt  null if it did not run before
     * @param cause  in Chinese; null for a correction of the judgement
     */
    public record Retiming(
            Instant at,
            String change,
            Duration budget,
            CalendarKind calendar,
            Instant countedFrom,
            Instant dueAt,
            String cause) {

        /** In Chinese. */
        String why() {
            return cause == null ? "更正研判" : cause;
        }
    }

    /** Which earlier promise cuts a limit short: in Chinese what follows for it, because of what, and how that is told. */
    enum Promise {
        MERGED("按先答应其他反映人的时间", "合并办理", "同一事项合并办理"),
        OF_THE_WHOLE("不晚于主件的时限", "分件办理", "分件办理");

        private final String change;
        private final String cause;
        private final String told;

        Promise(String change, String cause, String told) {
            this.change = change;
            this.cause = cause;
            this.told = told;
        }

        String told() {
            return told;
        }
    }

    /** What became of a clock. Met and breached exclude each other for ever. */
    public enum Outcome {
        MET("按时"),
        BREACHED("超时"),
        CANCELLED("取消");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The Chinese word for it. */
        public String label() {
            return label;
        }
    }

    /** The one of that kind that was opened last; clocks are in the order in which they were opened. */
    public static Optional<Clock> last(List<Clock> clocks, ClockKind kind) {
        return clocks.stream().filter(c -> c.kind() == kind).reduce((first, last) -> last);
    }

    /** The same with another allowance and other pauses; what is derived from them is not yet. */
    Clock with(List<Extension> extensions, List<Suspension> suspensions) {
        return with(limit(), extensions, suspensions, countedFrom, retimings, warnAt, dueAt, basis);
    }

    /** The same with another limit because of a correction; what is derived from it is not yet. */
    Clock retimed(Limit limit, Instant from, Instant at, String change) {
        var before = new Retiming(at, change, budget, calendar, countedFrom, dueAt, null);
        return with(limit, extensions, suspensions, from, added(before), warnAt, dueAt, basis);
    }

    /**
     * The same, due when an earlier promise is, to another reporter of the matter or of the whole: the moment itself was promised, so what is
     * left until then counts day and night, and no extension or pause of before moves it. What is derived is not yet.
     */
    Clock keeping(Clock promise, Instant at, Promise why) {
        var warn = promise.warnAt == null || !promise.warnAt.isAfter(at)
                ? Duration.ZERO
                : Duration.between(promise.warnAt, promise.dueAt);
        var left = new Limit(Duration.between(at, promise.dueAt), CalendarKind.RUNNING, warn);
        var before = new Retiming(at, why.change, budget, calendar, countedFrom, dueAt, why.cause);
        return with(left, extensions, suspensions, at, added(before), warnAt, dueAt, basis);
    }

    /** It did not run before the correction. */
    Clock openedBy(String change) {
        var before = new Retiming(openedAt, change, budget, calendar, countedFrom, null, null);
        return with(limit(), extensions, suspensions, countedFrom, added(before), warnAt, dueAt, basis);
    }

    /** The same with what is derived from the rest. */
    Clock due(Instant warnAt, Instant dueAt, String basis) {
        return with(limit(), extensions, suspensions, countedFrom, retimings, warnAt, dueAt, basis);
    }

    private Limit limit() {
        return new Limit(budget, calendar, warnBefore);
    }

    private List<Retiming> added(Retiming one) {
        return Stream.concat(retimings.stream(), Stream.of(one)).toList();
    }

    private Clock with(
            Limit limit,
            List<Extension> extensions,
            List<Suspension> suspensions,
            Instant countedFrom,
            List<Retiming> retimings,
            Instant warnAt,
            Instant dueAt,
            String basis) {
        return new Clock(
                kind,
                round,
                limit.within(),
                limit.calendar(),
                limit.warnBefore(),
                extensions,
                suspensions,
                openedAt,
                countedFrom,
                retimings,
                warnAt,
                dueAt,
                basis,
                warned,
                outcome,
                stoppedAt,
                rung,
                nextRungAt);
    }

    /**
     * When handlers are to be warned; null for never. A pause that began after the warning was due has moved the deadline
     * behind its end, and there the warning for that deadline belongs.
     */
    public Instant warningAt() {
        return suspensions.stream()
                .filter(s -> warnAt != null && !s.from().isBefore(warnAt))
                .map(Suspension::to)
                .max(Instant::compareTo)
                .orElse(warnAt);
    }

    /** Neither kept nor broken yet: only such a clock can be moved. */
    public boolean undecided() {
        return outcome == null && stoppedAt == null;
    }

    /** The first moment that is too late: timers know whole milliseconds. */
    public Instant overdueAt() {
        return dueAt.plusMillis(1);
    }

    /** Whether it does not run at this moment. */
    public boolean pausedAt(Instant at) {
        return stoppedAt == null && suspensions.stream().anyMatch(s -> !s.from().isAfter(at) && s.to().isAfter(at));
    }

    /** Those that were granted for the limit that it has now. */
    List<Extension> extensionsThatCount() {
        return extensions.stream().filter(e -> !e.at().isBefore(countedFrom)).toList();
    }

    /** All the counted time it may use. */
    Duration allowance() {
        return extensionsThatCount().stream().map(Extension::by).reduce(budget, Duration::plus);
    }
}
