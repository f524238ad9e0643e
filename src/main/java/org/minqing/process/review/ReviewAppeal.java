package org.minqing.process.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.minqing.code.Coded;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.process.AppealReview;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.review.ReviewOutcome;
import org.minqing.review.Reviewing;
import org.springframework.stereotype.Component;

/** The level above answers a resident who does not accept the opinion, or sets a hearing before. */
@Component
class ReviewAppeal implements TaskAct {

    private final Reviewing reviewing;
    private final ReviewCards cards;

    ReviewAppeal(Reviewing reviewing, ReviewCards cards) {
        this.reviewing = reviewing;
        this.cards = cards;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealReview.REVIEW);
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return Map.of("review", Map.of("text", cards.words(subject.number())));
    }

    @Override
    public void act(Completion done) {
        if ("hearing".equals(done.action())) {
            reviewing.hear(
                    done.number(), done.by(), LocalDate.parse(done.text("hearingOn")), done.text("hearingReason"));
            return;
        }
        reviewing.answer(
                done.number(),
                done.by(),
                Coded.of(ReviewOutcome.class, done.text("reviewOutcome")),
                done.text("reviewOpinion"));
    }
}
