package org.minqing.process.model;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.minqing.process.decisions.ModelFile;
import org.minqing.process.forms.FormFiles;
import org.minqing.process.forms.FormSchema;

/** What every process model of ours keeps to, whoever draws it. Each flaw says where it is. */
final class ModelConventions {

    /** Id of each form by its file. */
    private static final Map<String, String> FORMS = FormFiles.onClassPath().entrySet().stream()
            .collect(toMap(
                    Map.Entry::getKey, form -> FormSchema.parse(form.getValue()).id()));

    /** The decisions that every locality has. */
    private static final Set<String> DECISIONS = ModelFile.decisions().stream()
            .filter(model -> model.tenant() == null)
            .flatMap(model -> Dmn.readModelFromStream(model.open()).getModelElementsByType(Decision.class).stream())
            .map(Decision::getId)
            .collect(toSet());

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final BpmnModelInstance model;
    private final List<String> flaws = new ArrayList<>();

    private ModelConventions(BpmnModelInstance model) {
        this.model = model;
    }

    /** @param xml the text of a {@code .bpmn} file */
    static List<String> flawsOf(String xml) {
        var text = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
        var conventions = new ModelConventions(Bpmn.readModelFromStream(text));
        conventions.processes();
        conventions.ids();
        conventions.names();
        conventions.serviceTasks();
        conventions.userTasks();
        conventions.startForms();
        conventions.decisions();
        conventions.timers();
        conventions.messages();
        conventions.escalations();
        conventions.diagram();
        conventions.flaws.addAll(ModelExpressions.flawsOf(xml));
        return conventions.flaws;
    }

    private void processes() {
        for (var process : all(Process.class)) {
            require(process.getCamundaHistoryTimeToLiveString() != null, process.getId(), "no historyTimeToLive");
            require(chinese(process.getName()), process.getId(), "no Chinese name");
        }
    }

    private void ids() {
        for (var node : all(FlowNode.class)) {
            var type =
                    node instanceof Gateway ? "gateway" : node.getElementType().getTypeName();
            var prefix = type.matches(".*(Catch|Throw|boundary)Event") ? "event" : type;
            require(
                    node.getId().matches(prefix + "_[a-z][A-Za-z0-9]*"),
                    node.getId(),
                    "is not " + prefix + "_camelCase");
        }
        for (var flow : all(SequenceFlow.class)) {
            require(flow.getId().matches("flow_[a-z][A-Za-z0-9]*"), flow.getId(), "is not flow_camelCase");
        }
    }

    private void names() {
        for (var node : all(FlowNode.class)) {
            var plainStart = node instanceof StartEvent start
                    && start.getEventDefinitions().isEmpty();
            var join = node instanceof Gateway && node.getOutgoing().size() == 1;
            require(plainStart || join || chinese(node.getName()), node.getId(), "no Chinese name");
        }
    }

    private void serviceTasks() {
        for (var task : all(ServiceTask.class)) {
            // One class for each model.
            var expected = "${" + all(Process.class).get(0).getId() + "Tasks." + suffix(task) + "(execution)}";
            require(expected.equals(task.getCamundaExpression()), task.getId(), "does not call " + expected);
        }
    }

    private void userTasks() {
        for (var task : all(UserTask.class)) {
            require(suffix(task).equals(task.getCamundaFormRef()), task.getId(), "has no form of its own name");
            form(task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding());
            require(task.getCamundaCandidateGroups() != null, task.getId(), "no candidate groups");
            require(task.getCamundaDueDate() != null, task.getId(), "no due date");
            require(
                    task.getDocumentations().stream().anyMatch(d -> chinese(d.getTextContent())),
                    task.getId(),
                    "no Chinese documentation");
        }
    }

    private void startForms() {
        all(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .forEach(start -> form(start.getId(), start.getCamundaFormRef(), start.getCamundaFormRefBinding()));
    }

    private void form(String where, String form, String binding) {
        require("latest".equals(binding), where, "does not bind the latest form");
        var file = "forms/" + String.valueOf(form).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".form";
        require(form != null && form.equals(FORMS.get(file)), where, "no form " + form + " in " + file);
    }

    private void decisions() {
        for (var task : all(BusinessRuleTask.class)) {
            var decision = task.getCamundaDecisionRef();
            require(DECISIONS.contains(decision), task.getId(), "no decision " + decision + " in dmn/");
            require(
                    "latest".equals(task.getCamundaDecisionRefBinding()),
                    task.getId(),
                    "does not bind the latest table");
            require(
                    ("${appealRouting.decisionTenant(execution, '" + decision + "')}")
                            .equals(task.getCamundaDecisionRefTenantId()),
                    task.getId(),
                    "does not ask for the locality's own table");
        }
    }

    private void timers() {
        for (var timer : all(TimerEventDefinition.class)) {
            var when = timer.getRawTextContent().strip();
            require(when.matches("\\$\\{appealLimits\\..+}"), timer.getId(), "has a literal time: " + when);
        }
    }

    private void messages() {
        for (var message : all(Message.class)) {
            require(message.getName().matches("appeals\\.[a-z][A-Za-z]*"), message.getId(), "is not named appeals.…");
        }
    }

    private void escalations() {
        var caught = all(CatchEvent.class).stream()
                .flatMap(event -> codes(event.getEventDefinitions()))
                .collect(toSet());
        for (var escalation : all(Escalation.class)) {
            var code = escalation.getEscalationCode();
            require(code.matches("appeals\\.[a-z][A-Za-z]*"), escalation.getId(), "is not coded appeals.…");
        }
        for (var event : all(ThrowEvent.class)) {
            // The engine says nothing when nobody listens.
            codes(event.getEventDefinitions())
                    .forEach(code -> require(caught.contains(code), event.getId(), "is reported to nobody"));
        }
    }

    private static Stream<String> codes(Collection<EventDefinition> definitions) {
        return definitions.stream()
                .filter(EscalationEventDefinition.class::isInstance)
                .map(definition ->
                        ((EscalationEventDefinition) definition).getEscalation().getEscalationCode());
    }

    private void diagram() {
        for (var node : all(FlowNode.class)) {
            require(node.getDiagramElement() != null, node.getId(), "is not drawn");
        }
        for (var flow : all(SequenceFlow.class)) {
            require(flow.getDiagramElement() != null, flow.getId(), "is not drawn");
        }
    }

    private <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    private static String suffix(FlowNode node) {
        return node.getId().substring(node.getId().indexOf('_') + 1);
    }

    private static boolean chinese(String text) {
        return text != null && CHINESE.matcher(text).find();
    }

    private void require(boolean kept, String where, String flaw) {
        if (!kept) {
            flaws.add(where + ": " + flaw);
        }
    }
}
