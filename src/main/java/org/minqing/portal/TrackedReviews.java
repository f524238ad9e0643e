package org.minqing.portal;

import java.time.Instant;
import java.util.Optional;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.ClockKind;
import org.minqing.merging.Reporters;
import org.minqing.review.Review;
import org.minqing.review.Reviews;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Shows whoever holds a code whether and until when he may ask for a review, and how those stand that were asked for. */
@Component
class TrackedReviews {

    private final Reviews reviews;
    private final Clocks clocks;

    TrackedReviews(Reviews reviews, Clocks clocks) {
        this.reviews = reviews;
        this.clocks = clocks;
    }

    /** Null while there is nothing to say about it. */
    TrackedReview of(Reporters.Part part) {
        var matter = part.original();
        var all = reviews.of(matter.number());
        if (all.isEmpty() && !matter.status().answered() || part.me().withdrawn()) {
            return null;
        }
        var door = reviews.door(matter);
        return new TrackedReview(
                door.stage() == null ? null : door.stage().code(),
                door.stage() == null ? null : door.stage().label(),
                door.open(),
                door.until() == null ? null : Times.iso(door.until()),
                door.until() == null ? null : Reviews.lastDay(door.until()),
                door.zh(),
                all.stream().map(r -> line(part.own(), r)).toList());
    }

    private TrackedReview.Line line(Appeal own, Review r) {
        var mine = r.reporter().equals(own.number());
        var answer = r.answer();
        return new TrackedReview.Line(
                r.stage().label(),
                Times.words(r.askedAt()),
                r.state(),
                mine,
                r.passedOn() == null ? r.receiver() : r.passedOn().words(),
                answerBy(r).map(Times::end).orElse(null),
                r.hearing() == null ? null : Reviews.lastDay(r.hearing().until()),
                mine ? r.reason() : null,
                answer == null ? null : answer.outcome().label(),
                answer == null || !mine ? null : answer.opinion(),
                answer == null ? null : Times.words(answer.at()));
    }

    /** Of one that waits to be passed on nobody knows it yet. */
    private Optional<Instant> answerBy(Review r) {
        if (!r.runs()) {
            return Optional.empty();
        }
        return r.outside()
                ? Optional.ofNullable(r.passedOn()).map(Review.Step::until)
                : clocks.running(r.appeal(), ClockKind.REVIEW).map(Clock::dueAt);
    }
}
