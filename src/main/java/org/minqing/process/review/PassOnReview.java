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

/** A review that nobody here may make goes to whoever answers it, and his answer comes back. */
@Component
class PassOnReview implements TaskAct {

    private final Reviewing reviewing;
    private final ReviewCards cards;

    PassOnReview(Reviewing reviewing, ReviewCards cards) {
        this.reviewing = reviewing;
        this.cards = cards;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealReview.PASS_ON);
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return Map.of("review", Map.of("text", cards.words(subject.number())));
    }

    @Override
    public void act(Completion done) {
        if ("passedOn".equals(done.action())) {
            reviewing.passOn(
                    done.number(), done.by(), done.text("reviewReceiver"), LocalDate.parse(done.text("promisedOn")));
            return;
        }
        reviewing.answer(
                done.number(),
                done.by(),
                Coded.of(ReviewOutcome.class, done.text("reviewOutcome")),
                done.text("reviewOpinion"));
    }
}
