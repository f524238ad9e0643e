package org.minqing.desk.appeal;

import java.time.InstantSource;
import java.util.List;
import org.minqing.appeal.Appeals;
import org.minqing.question.QuestionState;
import org.minqing.question.ResidentQuestion;
import org.minqing.question.ResidentQuestions;
import org.minqing.time.Spans;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Questions to residents as staff read them. */
@Component
class QuestionLines {

    private final ResidentQuestions questions;
    private final Appeals appeals;
    private final InstantSource clock;

    QuestionLines(ResidentQuestions questions, Appeals appeals, InstantSource clock) {
        this.questions = questions;
        this.appeals = appeals;
        this.clock = clock;
    }

    List<AppealSheet.QuestionLine> of(String number) {
        return questions.of(number).stream().map(this::line).toList();
    }

    /** A question that waits for somebody to call the resident. */
    record Waiting(String number, String title, AppealSheet.QuestionLine question) {}

    /** In the order of the questions; without those of appeals that whoever reads may not see. */
    List<Waiting> waiting(List<ResidentQuestion> open) {
        var about = appeals.all(
                open.stream().map(ResidentQuestion::appeal).distinct().toList());
        return open.stream()
                .filter(q -> about.containsKey(q.appeal()))
                .map(q -> new Waiting(q.appeal(), about.get(q.appeal()).title(), line(q)))
                .toList();
    }

    private AppealSheet.QuestionLine line(ResidentQuestion q) {
        var now = clock.instant();
        var state = q.at(now);
        return new AppealSheet.QuestionLine(
                Long.toString(q.id()),
                Times.iso(q.askedAt()),
                q.askedAs(),
                q.question(),
                Times.iso(q.expiresAt()),
                state.code(),
                state.label(),
                state == QuestionState.WAITING ? Spans.left(now, q.expiresAt()) : null,
                q.answer() == null ? null : Times.iso(q.answeredAt()),
                q.answeredAs(),
                q.answer());
    }
}
