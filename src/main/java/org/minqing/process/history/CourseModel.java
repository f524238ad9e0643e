package org.minqing.process.history;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * What courses need to know of one version of the process.
 *
 * @param aside ids of the steps that run beside the appeal and not on its way: what follows an event that interrupts
 *              nothing, and all that happens in event sub-processes
 */
record CourseModel(String key, int version, String xml, List<Flow> flows, Set<String> aside) {

    /** @param onlyOne whether its source leaves by one flow at a time, whatever the number of flows */
    record Flow(String id, String from, String to, boolean onlyOne) {}

    static CourseModel of(String key, int version, String xml, BpmnModelInstance model) {
        var flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .map(f ->
                        new Flow(f.getId(), f.getSource().getId(), f.getTarget().getId(), leavesByOne(f.getSource())))
                .toList();
        return new CourseModel(key, version, xml, flows, aside(model));
    }

    private static boolean leavesByOne(FlowNode node) {
        return node.getOutgoing().size() == 1 || node instanceof ExclusiveGateway || node instanceof EventBasedGateway;
    }

    private static Set<String> aside(BpmnModelInstance model) {
        var nodes = model.getModelElementsByType(FlowNode.class);
        var reached = new HashSet<FlowNode>();
        var left = new ArrayDeque<>(
                nodes.stream().filter(CourseModel::beginsTheWay).toList());
        while (!left.isEmpty()) {
            var node = left.pop();
            if (reached.add(node)) {
                left.addAll(node.getSucceedingNodes().list());
            }
        }
        return nodes.stream()
                .filter(n -> !reached.contains(n) || inEventSubProcess(n))
                .map(FlowNode::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean beginsTheWay(FlowNode node) {
        return node instanceof BoundaryEvent event
                ? event.cancelActivity()
                : node.getIncoming().isEmpty() && !triggeredByEvent(List.of(node));
    }

    private static boolean inEventSubProcess(FlowNode node) {
        var scopes = new HashSet<FlowNode>();
        for (var at = node.getParentElement(); at instanceof SubProcess scope; at = scope.getParentElement()) {
            scopes.add(scope);
        }
        return triggeredByEvent(scopes);
    }

    private static boolean triggeredByEvent(Collection<? extends FlowNode> nodes) {
        return nodes.stream().anyMatch(n -> n instanceof SubProcess scope && scope.triggeredByEvent());
    }
}
