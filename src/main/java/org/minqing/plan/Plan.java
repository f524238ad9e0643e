package org.minqing.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.minqing.plan.PlanRows.Row;
import org.minqing.time.Times;

/**
 * A plan as it stands: what holds follows from what happened to it. Days are those of Asia/Shanghai.
 *
 * @param words what is to be done
 * @param unit  code of the unit that answers for it
 * @param every how often the resident hears of it; null until the table was asked, like {@code post}
 * @param post  who decides about it and looks after it
 * @param steps oldest first; the first made it
 */
public record Plan(String appeal, int round, String words, String unit, Period every, String post, List<Row> steps) {

    /** What falls due. */
    public enum Due {
        FEEDBACK("反馈逾期", Step.MISSED),
        REVIEW("到期查看", Step.REVIEW_DUE),
        END("未按期完成", Step.OVERDUE);

        private final String label;
        private final Step step;

        Due(String label, Step step) {
            this.label = label;
            this.step = step;
        }

        /** As what it is kept. */
        Step step() {
            return step;
        }

        /** The Chinese words for it. */
        public String label() {
            return label;
        }
    }

    /** @param at the first moment at which it is due, or late */
    record Pending(Due due, LocalDate day, Instant at) {}

    public Plan {
        steps = List.copyOf(steps);
    }

    /** The day that is promised now. */
    public LocalDate until() {
        return last(s -> s.step() == Step.MADE || s.step() == Step.GRANTED && s.day() != null)
                .orElseThrow()
                .day();
    }

    /** The last day on which the resident is to hear of it again. */
    public LocalDate feedbackBy() {
        var told = last(s -> s.step() == Step.MADE || s.step() == Step.HEARD || s.step() == Step.MISSED)
                .orElseThrow();
        var from = told.step() == Step.MISSED ? told.day() : LocalDate.ofInstant(told.at(), Times.ZONE);
        return from.plus(every);
    }

    /** When somebody looks at it next; empty if nobody said so. */
    public Optional<LocalDate> review() {
        return last(s -> s.review() != null || s.step() == Step.REVIEW_DUE).map(Row::review);
    }

    /** What waits for another person. */
    public Optional<Request> request() {
        return last(s -> s.step() == Step.MOVE_ASKED
                        || s.step() == Step.END_ASKED
                        || s.step() == Step.GRANTED
                        || s.step() == Step.REFUSED)
                .filter(s -> s.step() == Step.MOVE_ASKED || s.step() == Step.END_ASKED)
                .map(s -> new Request(s.by(), s.day(), s.outcome(), s.words()));
    }

    /** User id of whoever made it, or told of it last. */
    public String follower() {
        return last(s -> s.step() == Step.MADE
                        || s.step() == Step.HEARD
                        || s.step() == Step.MOVE_ASKED
                        || s.step() == Step.END_ASKED)
                .orElseThrow()
                .by()
                .person();
    }

    public boolean ended() {
        return steps.get(steps.size() - 1).step() == Step.ENDED;
    }

    /** The next of what falls due; there is always another feedback, until it ends. */
    Pending next() {
        var feedback = feedbackBy();
        var late = Stream.of(new Pending(Due.FEEDBACK, feedback, start(feedback.plusDays(1))));
        var look = review().stream().map(day -> new Pending(Due.REVIEW, day, start(day)));
        var until = until();
        var end = last(s -> s.step() == Step.OVERDUE)
                        .filter(s -> s.day().equals(until))
                        .isPresent()
                ? Stream.<Pending>of()
                : Stream.of(new Pending(Due.END, until, start(until.plusDays(1))));
        return Stream.of(late, look, end)
                .flatMap(s -> s)
                .min(Comparator.comparing(Pending::at).thenComparing(Pending::due))
                .orElseThrow();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Times.ZONE).toInstant();
    }

    private Optional<Row> last(Predicate<Row> which) {
        return steps.stream().filter(which).reduce((earlier, later) -> later);
    }
}
