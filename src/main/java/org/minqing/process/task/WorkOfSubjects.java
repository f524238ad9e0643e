package org.minqing.process.task;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Subjects;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.StandIns;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Once somebody is named as the person whom an appeal is about, somebody else has its work in the same moment. */
@Component
class WorkOfSubjects {

    private final Appeals appeals;
    private final Subjects subjects;
    private final Localities localities;
    private final StandIns standIns;
    private final Handover handover;

    WorkOfSubjects(Appeals appeals, Subjects subjects, Localities localities, StandIns standIns, Handover handover) {
        this.appeals = appeals;
        this.subjects = subjects;
        this.localities = localities;
        this.standIns = standIns;
        this.handover = handover;
    }

    @EventListener
    void on(AppealEvent.SubjectNamed e) {
        var appeal = appeals.lock(e.number());
        var named = subjects.of(e.number());
        var standIn = standIn(appeal, named);
        if (!appeal.status().ended()) {
            handling(appeal, standIn);
        }
        handover.stepAside(e.number(), named, standIn);
    }

    /** The post that handles it, now or after the first response. */
    private void handling(Appeal appeal, UnaryOperator<Holding> standIn) {
        var locality = localities.get(appeal.locality());
        var unit = locality.unit(appeal.handlingUnit());
        var post = appeal.decision().flatMap(d -> locality.post(d.who().post()));
        if (unit.isEmpty() || post.isEmpty()) {
            return;
        }
        var now = new Holding(unit.get(), post.get());
        var next = standIn.apply(now);
        if (!next.equals(now)) {
            appeals.open(appeal.number())
                    .dispatched(Actor.SYSTEM, next.unit().code(), next.post().code(), "按回避规定，改由" + next.label() + "办理");
            handover.handledBy(appeal.number(), next);
        }
    }

    /** The post itself while somebody else is in it, or if nobody is left at all. */
    private UnaryOperator<Holding> standIn(Appeal appeal, Collection<String> named) {
        var locality = localities.get(appeal.locality());
        return holding -> standIns.keeps(holding, named)
                ? holding
                : standIns
                        .holders(locality, holding.post().code(), holding.unit().code(), named)
                        .stream()
                        .findFirst()
                        .orElse(holding);
    }
}
