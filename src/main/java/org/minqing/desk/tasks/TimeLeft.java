package org.minqing.desk.tasks;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.sla.due.Due;
import org.minqing.sla.due.DueState;
import org.minqing.time.Spans;
import org.minqing.time.Times;

/**
 * How a deadline stands: as a state with its sign, and in words.
 *
 * @param words such as {@code 签收还剩 3 小时 20 分}; empty without a deadline
 * @param by    the deadline, such as {@code 11月21日 19:00}; empty without one
 */
record TimeLeft(DueState state, String words, String by) {

    static TimeLeft of(WorkItem task) {
        return task.dueAt() == null
                ? new TimeLeft(DueState.NONE, "", "")
                : new TimeLeft(
                        task.due(),
                        task.clock() + task.timeLeft(),
                        Times.end(OffsetDateTime.parse(task.dueAt()).toInstant()));
    }

    static TimeLeft of(Due due, Instant now) {
        return new TimeLeft(due.state(now), Spans.left(now, due.at()), Times.end(due.at()));
    }
}
