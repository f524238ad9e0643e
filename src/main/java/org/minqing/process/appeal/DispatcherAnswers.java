package org.minqing.process.appeal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.minqing.access.Parties;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.kind.Categories;
import org.minqing.desk.worklist.TaskSubject;
import org.minqing.dispatch.Dispatching;
import org.minqing.merging.Merging;
import org.minqing.merging.Similar;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Role;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Completion;
import org.minqing.process.task.TaskAct;
import org.springframework.stereotype.Component;

/** What the two forms of the dispatcher have in common: a duplicate, or who has it next. */
@Component
class DispatcherAnswers {

    private final Merging merging;
    private final Similar similar;
    private final Appeals appeals;
    private final Categories categories;
    private final Dispatching dispatching;
    private final Parties parties;

    DispatcherAnswers(
            Merging merging,
            Similar similar,
            Appeals appeals,
            Categories categories,
            Dispatching dispatching,
            Parties parties) {
        this.merging = merging;
        this.similar = similar;
        this.appeals = appeals;
        this.categories = categories;
        this.dispatching = dispatching;
        this.parties = parties;
    }

    /** Whom the decision tables named, unless his unit gave it back: then the dispatcher looks for another. */
    Map<String, TaskAct.Proposed> proposed(TaskSubject subject, String field, Function<Holding, String> code) {
        var appeal = appeals.get(subject.number());
        return appeal.decision()
                .map(decided -> decided.who().post())
                .map(post -> dispatching.holder(appeal, post))
                // Where several could be meant it is the dispatcher himself, who is no proposal.
                .filter(holder -> holder.post().role() == Role.HANDLER)
                .filter(holder -> !parties.returnedBy(List.of(holder.unit()), appeal.number()))
                .map(holder -> Map.of(field, new TaskAct.Proposed(code.apply(holder), why(appeal, holder))))
                .orElse(Map.of());
    }

    private String why(Appeal appeal, Holding holder) {
        return "系统建议由" + holder.label() + "办理：按判定表，类别是“" + categories.nameOf(appeal.locality(), appeal.category())
                + "”，层级是“" + appeal.tierName() + "”。已替您选好，可以改选。";
    }

    /** What is likely the same matter stands above the number that he writes: he need not look for it elsewhere. */
    Map<String, Object> likely(TaskSubject subject) {
        return Map.of(
                "likely",
                similar.to(appeals.get(subject.number())).stream()
                        // An ended one he cannot merge it into.
                        .filter(Similar.Likely::open)
                        .map(other -> Map.of(
                                "number",
                                other.number(),
                                "link",
                                AppealCard.link(other.number()),
                                "words",
                                other.title() + "（" + other.place() + "，" + other.statusName() + "）",
                                "reason",
                                other.reason()))
                        .toList());
    }

    /** @return whether the dispatcher found a duplicate: it went into its original, and its process ended */
    boolean merged(Completion done) {
        if (!"merge".equals(done.action())) {
            return false;
        }
        merging.merge(done.number(), done.text("original"), done.by());
        done.ended();
        return true;
    }

    /** Where the next task is offered. */
    void handledBy(Completion done, Holding holder) {
        done.fact(AppealVariables.UNIT, holder.unit().code());
        done.fact(AppealVariables.CANDIDATE_GROUP, holder.group());
    }
}
