package org.minqing.plan;

import java.time.InstantSource;
import java.time.LocalDate;
import org.minqing.problem.InvalidInput;
import org.minqing.time.Times;

/** Which days somebody may promise, or be asked to look at something on. Days are those of Asia/Shanghai. */
record PlanDays(InstantSource clock) {

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.ZONE);
    }

    /** @throws InvalidInput if it is not after today */
    void requireAhead(String field, LocalDate day, String what) {
        if (!day.isAfter(today())) {
            throw new InvalidInput(field, what + "要在今天以后", "must be after today");
        }
    }

    /**
     * @param review null if nobody says so
     * @param until  the end of the plan; null if it does not matter
     * @throws InvalidInput if it is not after today, or after the end
     */
    void requireReview(String field, LocalDate review, LocalDate until) {
        if (review != null) {
            requireAhead(field, review, "查看日期");
            if (until != null && review.isAfter(until)) {
                throw new InvalidInput(field, "查看日期不能晚于预计完成日期", "must not be after the end of the plan");
            }
        }
    }
}
