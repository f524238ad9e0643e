package org.minqing.question;

import java.time.InstantSource;
import java.util.List;
import org.minqing.appeal.AppealEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that nobody answered. Whether a question can be answered depends on its time alone, so nothing is lost while this
 * stands still; several nodes may look at once, each appeal is one node's at a time.
 */
@Component
public class QuestionExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionExpiry.class);
    private static final int BATCH = 200;

    private final QuestionRows rows;
    private final ResidentQuestions questions;
    private final InstantSource clock;

    QuestionExpiry(QuestionRows rows, ResidentQuestions questions, InstantSource clock) {
        this.rows = rows;
        this.questions = questions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${minqing.sla.sweep-every}", initialDelayString = "${minqing.sla.sweep-every}")
    void tick() {
        expire();
    }

    /** @return how many questions expired and were told of */
    public int expire() {
        return rows.over(clock.instant(), BATCH).stream().mapToInt(this::expire).sum();
    }

    /** One appeal of which something is wrong does not keep the others waiting; the next look comes back to it. */
    private int expire(String number) {
        try {
            return questions.expire(number);
        } catch (RuntimeException e) {
            LOG.error("有问题到期，没有记下。An expired question of {} was not written down.", number, e);
            return 0;
        }
    }

    /** What was not answered in time before has expired; the rest nobody needs to answer any more. */
    @EventListener
    void on(AppealEvent.Ended e) {
        List<ResidentQuestion> open = rows.of(e.number()).stream()
                .filter(q -> q.answer() == null && q.ended() == null)
                .toList();
        open.forEach(q -> rows.end(q, e.at(), q.waits(e.at()) ? QuestionState.LAPSED : QuestionState.EXPIRED));
    }
}
