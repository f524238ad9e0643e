package org.minqing.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.appeal.Facts;
import org.minqing.process.decisions.ModelFile;

/** Models are code: they keep to the conventions of the house, and the conventions notice when they do not. */
class ModelConventionsTest {

    private static final Path ACTS = Path.of("src/main/java/org/minqing/process");

    /** Through one of these goes whoever reads an answer. */
    private static final Pattern ANSWERS = Pattern.compile("\\b(Completion|Answers)\\b");

    static Stream<ModelFile> processes() {
        return ours(".bpmn");
    }

    static Stream<ModelFile> forms() {
        return ours(".form");
    }

    /** Those that are shipped; a test may bring one of its own. */
    private static Stream<ModelFile> ours(String ending) {
        return ModelFile.onClassPath().stream()
                .filter(m -> m.name().endsWith(ending) && Files.exists(Path.of(m.name())));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyProcessKeepsToTheConventions(ModelFile model) throws IOException {
        assertThat(ModelConventions.flawsOf(text(model))).isEmpty();
    }

    /** One way to break each convention; the last column is what is said about it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id="appealHandling" name="诉求办理" | id="appealHandling" name="Appeals" | appealHandling: no Chinese name
            camunda:historyTimeToLive="P1825D"  | camunda:isStartableInTasklist="true" | appealHandling: no historyTimeToLive
            serviceTask_startRedo               | startRedo                        | startRedo: is not serviceTask_camelCase
            gateway_tier                        | gateway_Tier                     | gateway_Tier: is not gateway_camelCase
            event_overdueReported               | boundaryEvent_overdueReported    | boundaryEvent_overdueReported: is not event_camelCase
            event_overdueEscalated              | throwEvent_overdueEscalated      | throwEvent_overdueEscalated: is not event_camelCase
            flow_satisfied                      | SequenceFlow_1                   | SequenceFlow_1: is not flow_camelCase
            name="哪一级办理？"                  | name="which tier?"               | gateway_tier: no Chinese name
            name="登记撤回"                      | name=""                          | serviceTask_recordWithdrawal: no Chinese name
            closeAppeal(execution)              | close(execution)                 | serviceTask_closeAppeal: does not call
            closeAppeal(execution)              | close(execution)                 | ${appealHandlingTasks.close(execution)}: has no public method
            recordLimit(execution)              | changeLimit(execution)           | serviceTask_recordLimit: does not call
            decisionTenant(execution, 'urgency') | decisionTenant(execution)       | ${appealRouting.decisionTenant(execution)}: has no public method
            ${appealRouting.needsDispatcher(execution)} | ${appeals.lock(number)}  | ${appeals.lock(number)}: says more than a model may
            ${appealRouting.needsDispatcher(execution)} | ${runtimeService.get(execution)} | ${runtimeService.get(execution)}: names a bean that is not exposed
            ${!satisfied}                       | ${execution.id == '1'}           | ${execution.id == '1'}: says more than a model may
            `|| action == 'resumed'}`           | `|| urgency == 'normal'}`        | `${action == 'progress' || action == 'contacted' || action == 'arrived' || urgency == 'normal'}: says more than a model may`
            ${orderClaimingTasks.handlers(execution)} | ${urgency}                 | ${urgency}: says more than a model may
            camunda:formRef="callResident"      | camunda:formRef="callBack"       | userTask_callResident: has no form of its own name
            camunda:formRef="callResident"      | camunda:formRef="callBack"       | userTask_callResident: no form callBack
            camunda:formRefBinding="latest"     | camunda:formRefBinding="deployment" | startEvent_appealReceived: does not bind the latest form
            camunda:candidateGroups="${orderClaimingTasks.handlers(execution)}" | camunda:priority="50" | userTask_handleDirectly: no candidate groups
            camunda:dueDate="${appealLimits.answerDueAt(execution)}" | camunda:priority="50" | userTask_callResident: no due date
            研判诉求内容，定下由哪一级、哪个单位办理。 | Decide who handles it.       | userTask_dispatchAppeal: no Chinese documentation
            camunda:decisionRef="urgency"       | camunda:decisionRef="hurry"      | businessRuleTask_urgency: no decision hurry
            camunda:decisionRefBinding="latest" | camunda:decisionRefBinding="deployment" | businessRuleTask_urgency: does not bind the latest table
            'timeLimits')                       | 'urgency')                       | businessRuleTask_timeLimits: does not ask for the locality's own table
            ${appealLimits.nextLimitAt(execution)}</bpmn:timeDate> | PT24H</bpmn:timeDate> | timer_limitReached: has a literal time
            name="appeals.merged"               | name="merged"                    | message_merged: is not named appeals
            escalationCode="appeals.overdue"    | escalationCode="overdue"         | escalation_overdue: is not coded appeals
            "escalationEvent_overdueReported" escalationRef="escalation_overdue" | "escalationEvent_overdueReported" escalationRef="escalation_limitChangeRequested" | event_overdueEscalated: is reported to nobody
            <bpmndi:BPMNEdge id="edge_flow_closed" bpmnElement="flow_closed"> | <bpmndi:BPMNEdge id="edge_flow_closed"> | flow_closed: is not drawn
            """)
    void aBrokenConventionIsNoticed(String right, String wrong, String said) throws IOException {
        var model = text(processes().findFirst().orElseThrow());

        assertThat(model).contains(right);
        assertThat(ModelConventions.flawsOf(model.replace(right, wrong)))
                .anySatisfy(flaw -> assertThat(flaw).startsWith(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            camunda:expression="${appealHandlingTasks.closeAppeal(execution)}" | camunda:class="java.lang.Runtime"
            camunda:expression="${appealHandlingTasks.closeAppeal(execution)}" | camunda:delegateExpression="${close}"
            expression="${appealHandlingTasks.recordTier(execution)}" /> | ><camunda:script scriptFormat="groovy">1</camunda:script></camunda:executionListener>
            camunda:mapDecisionResult="singleResult" | camunda:resultVariable="kept"
            """)
    void codeInAModelIsNoticed(String right, String wrong) throws IOException {
        var model = text(processes().findFirst().orElseThrow());

        assertThat(model).contains(right);
        assertThat(ModelExpressions.flawsOf(model.replace(right, wrong)))
                .anySatisfy(flaw -> assertThat(flaw).endsWith("is code in the model"));
    }

    /** A field whose answer nobody reads is a question that need not be asked. */
    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldOfAFormIsRead(ModelFile form) throws IOException {
        assertThat(keys(text(form))).isNotEmpty();
        assertThat(unread(text(form))).isEmpty();
    }

    /** What a card shows has names too, and some are those of fields that another form might ask for. */
    @Test
    void aFieldThatOnlyTheCardNamesIsNoticed() throws IOException {
        assertThat(Files.readString(ACTS.resolve("appeal/AppealCard.java"))).contains("\"timeLeft\"");
        assertThat(unread("""
                {"components":[{"key":"note"},{"key":"timeLeft"},{"components":[{"key":"askedByNobody"}]}]}""")).containsExactly("timeLeft", "askedByNobody");
    }

    private static List<String> unread(String form) throws IOException {
        var reading = reading();
        return keys(form).stream()
                .filter(key -> !reading.contains('"' + key + '"'))
                .toList();
    }

    private static List<String> keys(String form) throws IOException {
        return new ObjectMapper().readTree(form).findValuesAsText("key");
    }

    /** Where answers are read, and the facts that are read by their own names. */
    private static String reading() throws IOException {
        var reading = new StringBuilder();
        Facts.NONE.asMap().keySet().forEach(fact -> reading.append('"' + fact + '"'));
        for (var room : List.of("task", "appeal", "remit", "plan", "review")) {
            try (var files = Files.list(ACTS.resolve(room))) {
                for (var file : files.toList()) {
                    var source = Files.readString(file);
                    if (ANSWERS.matcher(source).find()) {
                        reading.append(source);
                    }
                }
            }
        }
        return reading.toString();
    }

    private static String text(ModelFile model) throws IOException {
        try (var in = model.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
