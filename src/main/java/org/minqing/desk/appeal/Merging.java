package org.minqing.desk.appeal;

import org.minqing.appeal.AppealWorkflow;
import org.minqing.dispatch.Dispatching;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A dispatcher finds that two appeals are one, whatever task waits at the moment. */
@Service
class Merging {

    private final Dispatching dispatching;
    private final AppealWorkflow workflow;

    Merging(Dispatching dispatching, AppealWorkflow workflow) {
        this.dispatching = dispatching;
        this.workflow = workflow;
    }

    /**
     * @throws Refusal                          as {@link Dispatching#original}
     * @throws org.minqing.problem.InvalidInput as {@link Dispatching#original}
     */
    @Transactional
    public void merge(String duplicate, String original) {
        workflow.merged(duplicate, dispatching.original(duplicate, original).number());
    }
}
