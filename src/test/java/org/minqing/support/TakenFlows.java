package org.minqing.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers the id of every sequence flow that the engine takes, so that tests can prove which paths they went. */
public class TakenFlows extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> byBusinessKey = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var given = engine.getCustomPostBPMNParseListeners();
        var listeners = new ArrayList<BpmnParseListener>(given == null ? List.of() : given);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                flow.addListener(
                        ExecutionListener.EVENTNAME_TAKE,
                        execution -> byBusinessKey
                                .computeIfAbsent(
                                        ((ExecutionEntity) execution).getProcessBusinessKey(),
                                        key -> new ConcurrentSkipListSet<>())
                                .add(flow.getId()));
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** What other tests took before does not count. */
    public void forget() {
        byBusinessKey.clear();
    }

    public Set<String> ids() {
        return byBusinessKey.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Those of one appeal, whichever of its processes took them. */
    public Set<String> ids(String businessKey) {
        return Set.copyOf(byBusinessKey.getOrDefault(businessKey, Set.of()));
    }
}
