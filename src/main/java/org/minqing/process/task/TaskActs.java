package org.minqing.process.task;

import static org.minqing.process.AppealVariables.ACTION;
import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;
import static org.minqing.process.AppealVariables.CONTINUING_HANDLER;
import static org.minqing.process.AppealVariables.UNIT;

import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.dispatch.Dispatching;
import org.minqing.feedback.Feedback;
import org.minqing.feedback.Rating;
import org.minqing.handling.Handling;
import org.minqing.handling.ResultOutcome;
import org.minqing.organisation.Holding;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealVariables;
import org.springframework.stereotype.Component;

/** What a completed form means: one act of the application, and the facts that the model's gateways read. */
@Component
public class TaskActs {

    private final Handling handling;
    private final Dispatching dispatching;
    private final Feedback feedback;
    private final AppealWorkflow workflow;
    private final LimitActs limitActs;
    private final ContactActs contactActs;

    TaskActs(
            Handling handling,
            Dispatching dispatching,
            Feedback feedback,
            AppealWorkflow workflow,
            LimitActs limitActs,
            ContactActs contactActs) {
        this.handling = handling;
        this.dispatching = dispatching;
        this.feedback = feedback;
        this.workflow = workflow;
        this.limitActs = limitActs;
        this.contactActs = contactActs;
    }

    /** @return the facts with which the process goes on; empty if the act itself ended the task */
    Optional<VariableMap> act(String taskKey, Appeal appeal, Actor by, Answers answers) {
        var facts = Variables.createVariables();
        var action = answers.text("action");
        if (action != null) {
            ACTION.put(facts, action);
        }
        if ("merge".equals(action)) {
            var original = dispatching.original(appeal.number(), answers.text("original"));
            workflow.merged(appeal.number(), original.number());
            return Optional.empty();
        }
        switch (taskKey) {
            case AppealHandling.RESPOND -> respond(appeal, by, answers);
            case AppealHandling.REROUTE ->
                handledBy(
                        facts,
                        dispatching.rerouted(appeal.number(), by, answers.text("respondUnit"), answers.text("note")));
            case AppealHandling.DISPATCH ->
                handledBy(
                        facts, dispatching.dispatched(appeal.number(), by, answers.text("post"), answers.text("note")));
            case AppealHandling.HANDLE_DIRECTLY,
                    AppealHandling.HANDLE_WITH_DEPARTMENT,
                    AppealHandling.HANDLE_UNDER_SUPERVISION -> handle(appeal, by, answers, facts);
            case AppealHandling.CALL_RESIDENT -> call(appeal, by, answers, facts);
            case AppealHandling.SUPERVISE_OVERDUE ->
                feedback.supervised(appeal.number(), by, answers.label("measure") + "：" + answers.text("instruction"));
            case AppealHandling.CHECK_CONTACT -> contactActs.check(appeal, by, answers);
            case AppealHandling.APPROVE_LIMIT_CHANGE -> limitActs.decide(appeal, by, answers);
            case AppealHandling.REVIEW_DISSATISFIED ->
                feedback.reviewed(appeal.number(), by, answers.label("action") + "：" + answers.text("opinion"));
            default -> throw new IllegalStateException("No act for " + taskKey);
        }
        return Optional.of(facts);
    }

    private void respond(Appeal appeal, Actor by, Answers answers) {
        switch (answers.text("action")) {
            case "returned" -> handling.returned(appeal.number(), by, answers.text("returnReason"));
            case "notReached" -> contactActs.missed(appeal, by, answers);
            default -> contactActs.responded(appeal, by, answers);
        }
    }

    private static void handledBy(VariableMap facts, Holding holder) {
        UNIT.put(facts, holder.unit().code());
        CANDIDATE_GROUP.put(facts, holder.group());
    }

    private void handle(Appeal appeal, Actor by, Answers answers, VariableMap facts) {
        switch (answers.text("action")) {
            case "returned" -> handling.returned(appeal.number(), by, answers.text("returnReason"));
            case "contacted" -> {
                contactActs.contacted(appeal, by, answers);
                CONTINUING_HANDLER.put(facts, by.person());
            }
            case "arrived" -> {
                handling.arrived(appeal.number(), by, answers.text("arrivalNote"));
                CONTINUING_HANDLER.put(facts, by.person());
            }
            case "limitChange" -> {
                limitActs.ask(appeal, by, answers, facts);
                CONTINUING_HANDLER.put(facts, by.person());
            }
            default -> result(appeal, by, answers, facts);
        }
    }

    private void result(Appeal appeal, Actor by, Answers answers, VariableMap facts) {
        var result = answers.text("result");
        if (answers.text("coHandlers") != null) {
            result += "（会同：" + answers.text("coHandlers") + "）";
        }
        if (answers.text("supervisionNote") != null) {
            result += "（督办要求落实：" + answers.text("supervisionNote") + "）";
        }
        if ("progress".equals(answers.text("action"))) {
            handling.progressed(appeal.number(), by, result);
            CONTINUING_HANDLER.put(facts, by.person());
        } else {
            handling.resulted(
                    appeal.number(), by, ResultOutcome.of(answers.text("outcome")), result, answers.text("evidence"));
        }
    }

    private void call(Appeal appeal, Actor by, Answers answers, VariableMap facts) {
        if ("notReached".equals(answers.text("action"))) {
            feedback.callMissed(appeal.number(), by);
            return;
        }
        var rating = new Rating(
                Integer.parseInt(answers.text("grade")),
                answers.yes("resolved"),
                answers.yes("contacted"),
                answers.text("comment"));
        feedback.ratedByPhone(appeal.number(), by, rating);
        AppealVariables.rated(facts, rating.satisfied());
    }
}
