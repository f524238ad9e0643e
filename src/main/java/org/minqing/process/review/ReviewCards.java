package org.minqing.process.review;

import java.util.ArrayList;
import org.minqing.review.Review;
import org.minqing.review.Reviews;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** What stands in the forms of reviews: what the resident does not accept, and what was said of it before. */
@Component
class ReviewCards {

    private final Reviews reviews;

    ReviewCards(Reviews reviews) {
        this.reviews = reviews;
    }

    /** A line for each thing; made when somebody looks and stored nowhere. */
    String words(String number) {
        var lines = new ArrayList<String>();
        for (var review : reviews.of(number)) {
            lines.add(review.askedAs() + " " + Times.words(review.askedAt()) + " 申请"
                    + review.stage().label() + "：" + review.reason());
            review.steps().stream().map(Review.Step::told).forEach(lines::add);
            if (review.answer() != null) {
                lines.add(review.stage().label() + "意见（" + review.answer().personAs() + "）："
                        + review.answer().outcome().label() + "。"
                        + review.answer().opinion());
            }
        }
        return String.join("\n", lines);
    }
}
