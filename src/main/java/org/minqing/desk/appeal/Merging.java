package org.minqing.desk.appeal;

import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.dispatch.Dispatching;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A dispatcher finds that two appeals are one, whatever task waits at the moment. */
@Service
public class Merging {

    private final Appeals appeals;
    private final Dispatching dispatching;
    private final AppealWorkflow workflow;

    Merging(Appeals appeals, Dispatching dispatching, AppealWorkflow workflow) {
        this.appeals = appeals;
        this.dispatching = dispatching;
        this.workflow = workflow;
    }

    /** @throws Refusal if the duplicate has ended already */
    @Transactional
    public void merge(String duplicate, String original) {
        if (appeals.lock(duplicate).status().ended()) {
            throw Refusal.conflict("这件诉求已经结束，不能合并。", "The appeal has ended and cannot be merged.");
        }
        workflow.merged(duplicate, dispatching.original(duplicate, original).number());
    }
}
