package org.minqing.process.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minqing.code.Coded;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.handling.ResultOutcome;
import org.minqing.plan.Plan;
import org.minqing.plan.Plans;
import org.minqing.process.AppealVariables;
import org.minqing.process.PlannedWork;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.process.task.TaskForms;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Whoever carries a plan out: the resident hears how it stands, the date moves, it is done, or it ends with reasons. */
@Component
class FollowPlan implements TaskAct {

    private final Plans plans;
    private final ResultAnswers answers;

    FollowPlan(Plans plans, ResultAnswers answers) {
        this.plans = plans;
        this.answers = answers;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(PlannedWork.FOLLOW);
    }

    @Override
    public void act(Completion done) {
        var number = done.number();
        var words = done.text("result");
        switch (done.action()) {
            case "progress" -> plans.heard(number, done.by(), words);
            case "move" -> plans.askMove(number, done.by(), day(done, "newUntil"), words);
            default -> {
                var outcome = ResultAnswers.outcome(done);
                var text = answers.keep(done, words);
                done.fact(AppealVariables.OUTCOME, outcome.code());
                if (outcome == ResultOutcome.SOLVED) {
                    plans.done(number, done.by(), outcome.code(), text);
                } else {
                    plans.askEnd(number, done.by(), outcome.code(), text);
                    done.fact(AppealVariables.ACTION, "argued");
                }
            }
        }
    }

    /** Once more a plan is no end of a plan; that it is done may be said of every type. */
    @Override
    public Map<String, List<TaskForms.Choice>> choices(TaskSubject subject) {
        var ends = new LinkedHashMap<String, ResultOutcome>();
        ends.put(ResultOutcome.SOLVED.code(), ResultOutcome.SOLVED);
        subject.outcomes().forEach(code -> ends.put(code, Coded.of(ResultOutcome.class, code)));
        ends.remove(ResultOutcome.PLANNED.code());
        return Map.of(
                "outcomes",
                ends.values().stream()
                        .map(end -> new TaskForms.Choice(end.code(), end.label()))
                        .toList());
    }

    @Override
    public String choicesBy(TaskSubject subject) {
        return String.join(",", subject.outcomes());
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return shown(plans, subject);
    }

    /** The plan as it stands, for all who work on it. */
    static Map<String, Object> shown(Plans plans, TaskSubject subject) {
        return Map.of(
                "plan", plans.running(subject.number()).map(FollowPlan::card).orElseGet(Map::of));
    }

    private static Map<String, Object> card(Plan plan) {
        return Map.of(
                "words", plan.words(),
                "until", Times.day(plan.until()),
                "feedbackBy", Times.day(plan.feedbackBy()),
                "review", plan.review().map(Times::day).orElse("未定"),
                "request", plan.request().map(asked -> asked.told()).orElse("无"));
    }

    static LocalDate day(Completion done, String field) {
        var written = done.text(field);
        return written == null ? null : LocalDate.parse(written);
    }
}
