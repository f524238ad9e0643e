package org.minqing.process.review;

import static org.minqing.process.AppealVariables.CATEGORY;
import static org.minqing.process.AppealVariables.LOCALITY;
import static org.minqing.process.AppealVariables.ROUND;
import static org.minqing.process.AppealVariables.TIER;
import static org.minqing.process.AppealVariables.TRACK;
import static org.minqing.process.AppealVariables.TYPE;
import static org.minqing.process.AppealVariables.URGENCY;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeals;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.review.ReviewWorkflow;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to reviews: an instance of its own for each, known by the number of the matter. */
@Component
class EngineReviewWorkflow implements ReviewWorkflow {

    /** Where another round begins, as after any other "no". */
    private static final String REDO = "serviceTask_startRedo";

    private final RuntimeService runtime;
    private final ApplicationAuthority authority;
    private final Appeals appeals;

    EngineReviewWorkflow(RuntimeService runtime, ApplicationAuthority authority, Appeals appeals) {
        this.runtime = runtime;
        this.authority = authority;
        this.appeals = appeals;
    }

    @Override
    public void reviewAsked(String number) {
        authority.run(() -> runtime.createProcessInstanceByKey(AppealReview.PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(number)
                .setVariables(kept(number))
                .execute());
    }

    @Override
    public void reviewWithdrawn(String number) {
        authority.run(() -> {
            runtime.createMessageCorrelation(AppealReview.WITHDRAWN)
                    .processInstanceBusinessKey(number)
                    .correlate();
            return null;
        });
    }

    /** The process of the rounds before has ended; it begins anew at the step that begins a round. */
    @Override
    public void setAside(String number) {
        authority.run(() -> runtime.createProcessInstanceByKey(AppealHandling.PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(number)
                .setVariables(kept(number))
                .startBeforeActivity(REDO)
                .execute());
    }

    /** As the instance that has ended had them. */
    private VariableMap kept(String number) {
        var appeal = appeals.get(number);
        var decision = appeal.decision().orElseThrow();
        var variables = Variables.createVariables();
        LOCALITY.put(variables, appeal.locality());
        TYPE.put(variables, appeal.type());
        CATEGORY.put(variables, appeal.category());
        TRACK.put(variables, decision.track().code());
        URGENCY.put(variables, decision.urgency());
        TIER.put(variables, decision.tier().tier());
        ROUND.put(variables, appeal.round());
        return variables;
    }
}
