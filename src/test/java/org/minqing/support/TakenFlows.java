package org.minqing.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers the id of every sequence flow that the engine takes, so that tests can prove which paths they went. */
public class TakenFlows extends AbstractProcessEnginePlugin {

    private final Set<String> ids = new ConcurrentSkipListSet<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var given = engine.getCustomPostBPMNParseListeners();
        var listeners = new ArrayList<BpmnParseListener>(given == null ? List.of() : given);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                flow.addListener(ExecutionListener.EVENTNAME_TAKE, execution -> ids.add(flow.getId()));
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** What other tests took before does not count. */
    public void forget() {
        ids.clear();
    }

    public Set<String> ids() {
        return Set.copyOf(ids);
    }
}
