package org.minqing.proof.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.minqing.appeal.Facts;

/**
 * A stock Camunda 7.24 with its defaults and full history: eight text variables, our four decision tables, three user
 * tasks, four boundary timers, a message. It knows no residents, clocks, forms or rights, and its tasks are completed
 * without having been claimed; what it must know for the decisions only is passed to it as ours is, unsaved.
 */
final class Stock implements Side, AutoCloseable {

    private static final String RATED = "appeals.residentRated";
    private static final String[] TABLES = {"urgency", "handling-tier", "responsible-unit", "time-limits"};

    private final StatementCounter database;
    private final ProcessEngine engine;

    Stock(HikariDataSource pool) {
        database = new StatementCounter(pool);
        engine = new StandaloneProcessEngineConfiguration()
                .setProcessEngineName("stock")
                .setDataSource(database)
                .setDatabaseSchemaUpdate("true")
                // The engine alone would say "audit"; its distributions and its starter say "full".
                .setHistory("full")
                .setJobExecutorActivate(true)
                .buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment().addModelInstance("stock.bpmn", model());
        for (var table : TABLES) {
            deployment.addClasspathResource("dmn/" + table + ".dmn");
        }
        deployment.deploy();
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess("stock")
                .camundaHistoryTimeToLiveString("P1825D")
                .startEvent()
                .businessRuleTask()
                .camundaDecisionRef("urgency")
                .camundaMapDecisionResult("singleResult")
                .camundaExecutionListenerExpression("end", keep("urgency"))
                .businessRuleTask()
                .camundaDecisionRef("handlingTier")
                .camundaMapDecisionResult("singleResult")
                .camundaExecutionListenerExpression("end", keep("tier"))
                .businessRuleTask()
                .camundaDecisionRef("responsibleUnit")
                .camundaMapDecisionResult("singleResult")
                .businessRuleTask()
                .camundaDecisionRef("timeLimits")
                .camundaMapDecisionResult("singleResult")
                .userTask("respond")
                .camundaCandidateGroups("grid")
                .userTask("handle")
                .camundaCandidateGroups("branch")
                .userTask("call")
                .camundaCandidateGroups("callers")
                .receiveTask()
                .message(RATED)
                .endEvent()
                .moveToActivity("respond")
                .boundaryEvent()
                .cancelActivity(false)
                .timerWithDuration("PT20H")
                .endEvent()
                .moveToActivity("respond")
                .boundaryEvent()
                .cancelActivity(false)
                .timerWithDuration("PT24H")
                .endEvent()
                .moveToActivity("handle")
                .boundaryEvent()
                .cancelActivity(false)
                .timerWithDuration("P4D")
                .endEvent()
                .moveToActivity("handle")
                .boundaryEvent()
                .cancelActivity(false)
                .timerWithDuration("P5D")
                .endEvent()
                .done();
    }

    private static String keep(String output) {
        return "${execution.setVariable('" + output + "', decisionResult.getSingleResult().getEntry('" + output
                + "'))}";
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public StatementCounter database() {
        return database;
    }

    @Override
    public void lifecycle() {
        var key = UUID.randomUUID().toString();
        engine.getRuntimeService().startProcessInstanceByKey("stock", key, variables());
        for (int i = 0; i < 3; i++) {
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(key)
                    .singleResult();
            engine.getTaskService().complete(task.getId());
        }
        engine.getRuntimeService()
                .createMessageCorrelation(RATED)
                .processInstanceBusinessKey(key)
                .correlate();
    }

    private static VariableMap variables() {
        var variables = Variables.createVariables();
        variables.putAll(Map.of(
                "locality", "shibu",
                "category", "other",
                "unit", "shibu-chengxi-1-01",
                "address", "城西路 8 号门前",
                "title", "门前积水",
                "description", "雨后门前积水两天没有退。",
                "urgency", "",
                "tier", ""));
        variables.putValueTyped("round", Variables.integerValue(0, true));
        Facts.NONE.asMap().forEach((name, value) -> variables.putValueTyped(name, Variables.untypedValue(value, true)));
        return variables;
    }

    @Override
    public void close() {
        engine.close();
    }
}
