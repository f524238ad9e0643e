package org.minqing.process.appeal;

import org.minqing.appeal.AppealWorkflow;
import org.minqing.dispatch.Dispatching;
import org.minqing.organisation.Holding;
import org.minqing.process.AppealVariables;
import org.minqing.process.task.Completion;
import org.springframework.stereotype.Component;

/** What the two forms of the dispatcher have in common: a duplicate, or who has it next. */
@Component
class DispatcherAnswers {

    private final Dispatching dispatching;
    private final AppealWorkflow workflow;

    DispatcherAnswers(Dispatching dispatching, AppealWorkflow workflow) {
        this.dispatching = dispatching;
        this.workflow = workflow;
    }

    /** @return whether the dispatcher found a duplicate: it went into its original, and its process ended */
    boolean merged(Completion done) {
        if (!"merge".equals(done.action())) {
            return false;
        }
        var original = dispatching.original(done.number(), done.text("original"));
        workflow.merged(done.number(), original.number());
        done.ended();
        return true;
    }

    /** Where the next task is offered. */
    void handledBy(Completion done, Holding holder) {
        done.fact(AppealVariables.UNIT, holder.unit().code());
        done.fact(AppealVariables.CANDIDATE_GROUP, holder.group());
    }
}
