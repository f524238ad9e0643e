package org.minqing.desk.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.minqing.time.Spans;
import org.minqing.time.Times;

/**
 * How a deadline stands, in words and as a state that has a colour and a sign.
 *
 * @param words such as {@code 还剩 3 小时 20 分}; empty without a deadline
 * @param by    the deadline, such as {@code 11月21日 19:00}; empty without one
 */
record TimeLeft(State state, String words, String by) {

    enum State {
        LATE,
        SOON,
        FINE,
        /** There is no deadline. */
        OPEN;

        /** Its class in the style sheet. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param dueAt ISO time with its offset, or null */
    static TimeLeft of(String dueAt, Instant now, Duration soon) {
        if (dueAt == null) {
            return new TimeLeft(State.OPEN, "", "");
        }
        var due = OffsetDateTime.parse(dueAt).toInstant();
        return new TimeLeft(state(now, due, soon), Spans.left(now, due), Times.end(due));
    }

    private static State state(Instant now, Instant due, Duration soon) {
        if (due.isBefore(now)) {
            return State.LATE;
        }
        return due.isAfter(now.plus(soon)) ? State.FINE : State.SOON;
    }
}
