package org.minqing.process.model;

import static org.minqing.process.AppealVariables.ASKER;
import static org.minqing.process.AppealVariables.CATEGORY;
import static org.minqing.process.AppealVariables.CHANGE;
import static org.minqing.process.AppealVariables.LOCALITY;
import static org.minqing.process.AppealVariables.ORIGINAL;
import static org.minqing.process.AppealVariables.ROUND;
import static org.minqing.process.AppealVariables.ROUTE;
import static org.minqing.process.AppealVariables.TIER;
import static org.minqing.process.AppealVariables.TIER_NAME;
import static org.minqing.process.AppealVariables.TYPE;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Judgement;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.process.task.Handover;
import org.springframework.stereotype.Component;

/** Tells the engine what happened. The application has checked already who may do it. */
@Component
class EngineWorkflow implements AppealWorkflow {

    private final RuntimeService runtime;
    private final ApplicationAuthority authority;
    private final Appeals appeals;
    private final Handover handover;

    EngineWorkflow(RuntimeService runtime, ApplicationAuthority authority, Appeals appeals, Handover handover) {
        this.runtime = runtime;
        this.authority = authority;
        this.appeals = appeals;
        this.handover = handover;
    }

    @Override
    public void submitted(Appeal appeal) {
        var variables = Variables.createVariables();
        LOCALITY.put(variables, appeal.locality());
        TYPE.put(variables, appeal.type());
        CATEGORY.put(variables, appeal.category());
        ROUND.put(variables, 0);
        // No rung before the first decision; the ladder's redo rows compare it.
        TIER.put(variables, "");
        appeal.facts()
                .asMap()
                .forEach((name, value) -> AppealHandlingTasks.fact(name).put(variables, value));
        authority.run(() -> runtime.createProcessInstanceByKey(AppealHandling.PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(appeal.number())
                .setVariables(variables)
                .execute());
    }

    @Override
    public void residentRated(String number, boolean satisfied) {
        var variables = Variables.createVariables();
        AppealVariables.rated(variables, satisfied);
        correlate(AppealHandling.RESIDENT_RATED, number, variables);
    }

    @Override
    public void contactInDoubt(String number) {
        var variables = Variables.createVariables();
        LOCALITY.put(variables, appeals.get(number).locality());
        authority.run(() -> runtime.createProcessInstanceByKey(AppealHandling.CONTACT_CHECK)
                .processDefinitionWithoutTenantId()
                .businessKey(number)
                .setVariables(variables)
                .execute());
    }

    @Override
    public void misjudged(String number, Judgement asked, String asker) {
        var appeal = appeals.get(number);
        var tier = asked.decision().tier();
        var variables = Variables.createVariables();
        LOCALITY.put(variables, appeal.locality());
        TYPE.put(variables, asked.type());
        CATEGORY.put(variables, asked.category());
        ROUND.put(variables, appeal.round());
        TIER.put(variables, appeal.round() == 0 ? "" : tier.tier());
        TIER_NAME.put(variables, tier.name());
        ROUTE.put(variables, tier.route());
        ASKER.put(variables, asker);
        asked.facts()
                .asMap()
                .forEach((name, value) -> AppealHandlingTasks.fact(name).put(variables, value));
        authority.run(() -> runtime.createProcessInstanceByKey(AppealHandling.JUDGEMENT_CORRECTION)
                .processDefinitionWithoutTenantId()
                .businessKey(number)
                .setVariables(variables)
                .execute());
    }

    @Override
    public void correctionLapsed(String number) {
        correlate(AppealHandling.CORRECTION_LAPSED, number, Variables.createVariables());
    }

    @Override
    public void supervised(String number) {
        handover.mark(number);
    }

    @Override
    public void reassigned(String number, String to, String handledBy) {
        handover.pass(number, to, handledBy);
    }

    @Override
    public void residentWithdrew(String number) {
        correlate(AppealHandling.RESIDENT_WITHDREW, number, Variables.createVariables());
    }

    @Override
    public void subCaseRemoved(String number) {
        residentWithdrew(number);
    }

    @Override
    public void clockResumed(String number) {
        var variables = Variables.createVariables();
        CHANGE.put(variables, "resume");
        correlate(AppealHandling.CLOCK_RESUMED, number, variables);
    }

    @Override
    public void merged(String number, String original) {
        var variables = Variables.createVariables();
        ORIGINAL.put(variables, original);
        correlate(AppealHandling.MERGED, number, variables);
    }

    private void correlate(String message, String number, VariableMap variables) {
        authority.run(() -> {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(number)
                    .setVariables(variables)
                    .correlate();
            return null;
        });
    }
}
