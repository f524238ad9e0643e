package org.minqing.review;

import org.minqing.appeal.Appeal;

/** Asks {@code review-limits.dmn}, the locality's own if it has one. */
public interface ReviewTable {

    /**
     * For an appeal that has ended with a result.
     *
     * @throws org.minqing.problem.Refusal if the row cannot be used: an official must mend the table
     */
    ReviewAnswer answer(Appeal appeal, ReviewStage stage);
}
