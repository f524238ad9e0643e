package org.minqing.process.appeal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.appeal.Appeals;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.feedback.Feedback;
import org.minqing.feedback.Rating;
import org.minqing.outcome.Outcomes;
import org.minqing.outcome.Question;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.process.task.TaskForms;
import org.springframework.stereotype.Component;

/** The call-back: what the resident says of the result, or that nobody answered. */
@Component
class CallResident implements TaskAct {

    private final Feedback feedback;
    private final Outcomes outcomes;
    private final Appeals appeals;

    CallResident(Feedback feedback, Outcomes outcomes, Appeals appeals) {
        this.feedback = feedback;
        this.outcomes = outcomes;
        this.appeals = appeals;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.CALL_RESIDENT);
    }

    @Override
    public void act(Completion done) {
        if ("notReached".equals(done.action())) {
            feedback.callMissed(done.number(), done.by());
            return;
        }
        var rating = new Rating(
                outcomes.asked(appeals.get(done.number())),
                Integer.parseInt(done.text("grade")),
                done.answers().yes("answer"),
                done.answers().yes("contacted"),
                done.text("comment"));
        feedback.ratedByPhone(done.number(), done.by(), rating);
        AppealVariables.rated(done.facts(), rating.satisfied());
    }

    /** The answers to what this resident is asked; a yes and a no for whoever sends the form otherwise. */
    @Override
    public Map<String, List<TaskForms.Choice>> choices(TaskSubject subject) {
        var asked = appeals.find(subject.number()).map(outcomes::asked).orElse(Question.SOLVED);
        return Map.of(
                "answers",
                List.of(new TaskForms.Choice("yes", asked.says(true)), new TaskForms.Choice("no", asked.says(false))));
    }

    @Override
    public String choicesBy(TaskSubject subject) {
        return appeals.find(subject.number())
                .map(outcomes::asked)
                .map(Question::code)
                .orElse("");
    }

    /** What he is asked. */
    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return Map.of("question", outcomes.asked(appeals.get(subject.number())).words() + "？");
    }
}
