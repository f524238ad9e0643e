package org.minqing.process.appeal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Subjects;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.process.AppealHandling;
import org.minqing.process.task.Answers;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.minqing.process.task.TaskForms.Choice;
import org.minqing.security.Colleagues;
import org.springframework.stereotype.Component;

/** Whom a confidential appeal is about: persons, posts, units, or nobody who works here. Afterwards others may see it. */
@Component
class NameSubject implements TaskAct {

    private final Appeals appeals;
    private final Subjects subjects;
    private final Colleagues colleagues;
    private final Localities localities;

    NameSubject(Appeals appeals, Subjects subjects, Colleagues colleagues, Localities localities) {
        this.appeals = appeals;
        this.subjects = subjects;
        this.colleagues = colleagues;
        this.localities = localities;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(AppealHandling.NAME_SUBJECT);
    }

    @Override
    public void act(Completion done) {
        var people = some(done.answers(), "people");
        var bodies = some(done.answers(), "bodies");
        var none = "none".equals(done.action());
        if (!none && people.isEmpty() && bodies.isEmpty()) {
            throw new InvalidInput("people", "请选择被反映的人，或岗位、单位", "choose a person, a post or a unit");
        }
        if (people.contains(done.by().person())) {
            throw notHimself("people");
        }
        if (subjects.holders(bodies).contains(done.by().person())) {
            throw notHimself("bodies");
        }
        var appeal = appeals.open(done.number()).state();
        people.forEach(person -> subjects.name(appeal, done.by(), person));
        bodies.forEach(body -> subjects.nameHolding(appeal, done.by(), body));
        subjects.known(appeal, done.by(), none ? done.text("reason") : null);
    }

    @Override
    public Map<String, List<Choice>> choices(TaskSubject subject) {
        var locality = localities.get(subject.locality());
        var units = locality.units().stream()
                // The whole locality is nobody in particular, and nobody would be left to handle it.
                .filter(unit -> unit.parent() != null)
                .filter(unit -> locality.holdings().stream()
                        .map(Holding::unit)
                        .anyMatch(holder -> locality.isWithin(holder.code(), unit.code())))
                .map(unit -> new Choice(unit.code(), unit.name() + "（全体人员）"));
        var posts = locality.holdings().stream().map(holding -> new Choice(holding.group(), holding.label()));
        return Map.of(
                "colleagues",
                colleagues.of(locality.code()).stream()
                        .map(colleague -> new Choice(colleague.userId(), colleague.label()))
                        .toList(),
                "bodies",
                Stream.concat(posts, units).toList());
    }

    @Override
    public Map<String, Object> shown(TaskSubject subject) {
        return Map.of("accused", subjects.accused(subject.number()).orElse("没有填写"));
    }

    private static InvalidInput notHimself(String field) {
        return new InvalidInput(field, "不能登记自己或自己所在的岗位、单位，请由他人登记", "must be somebody else");
    }

    @SuppressWarnings("unchecked")
    private static List<String> some(Answers answers, String field) {
        return Optional.ofNullable((List<String>) answers.values().get(field)).orElse(List.of());
    }
}
