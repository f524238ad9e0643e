package org.minqing.desk.appeal;

import java.util.List;
import org.minqing.appeal.Appeal;
import org.minqing.merging.Reporters;
import org.minqing.review.Review;
import org.minqing.review.Reviews;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Tells who asked the level above, why, and what it answered. */
@Component
class ReviewLines {

    private final Reviews reviews;
    private final Reporters reporters;

    ReviewLines(Reviews reviews, Reporters reporters) {
        this.reviews = reviews;
        this.reporters = reporters;
    }

    /** Of the matter, in all rounds, oldest first. */
    List<AppealSheet.ReviewLine> of(Appeal appeal) {
        return reviews.of(reporters.original(appeal).number()).stream()
                .map(ReviewLines::line)
                .toList();
    }

    private static AppealSheet.ReviewLine line(Review r) {
        var answer = r.answer();
        return new AppealSheet.ReviewLine(
                r.stage().label(),
                r.round(),
                Times.iso(r.askedAt()),
                r.askedAs(),
                r.reason(),
                r.receiver(),
                r.state(),
                r.steps().stream().map(Review.Step::told).toList(),
                answer == null ? null : answer.outcome().label(),
                answer == null ? null : answer.opinion(),
                answer == null ? null : Times.words(answer.at()) + " " + answer.personAs());
    }
}
