package org.minqing.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.junit.jupiter.api.BeforeEach;
import org.minqing.sla.Clocks;
import org.minqing.support.Api;
import org.minqing.support.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the process have in common: the running town, a Monday morning in it, and appeals to tell about. */
abstract class AppealRules {

    static final boolean SATISFIED = true;
    static final boolean DISSATISFIED = false;

    @LocalServerPort
    int port;

    @Value("${minqing.data-dir}")
    String dataDir;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clocks clocks;

    @Autowired
    TestTime time;

    Api api;

    @BeforeEach
    void mondayMorning() {
        api = Api.of(port, dataDir);
        AbstractAssertions.init(engine);
        time.set("2026-03-02T09:00");
    }

    /** It waits for these tasks and no others. */
    static ProcessInstanceAssert assertWaiting(AppealCase appeal, String... tasks) {
        assertThat(appeal.tasks()).extracting(Task::getTaskDefinitionKey).containsExactlyInAnyOrder(tasks);
        return BpmnAwareTests.assertThat(appeal.process()).isWaitingAt(tasks);
    }

    /** An ordinary matter of the first grid of Erju in Ganshui, unless the test says otherwise. */
    AppealDraft anAppeal() {
        return new AppealDraft(api, engine, jdbc);
    }

    /** An appeal whose result is known; the resident is asked now. */
    AppealCase aHandledAppeal() {
        return anAppeal().submitted().respondedBy("grid-01").handledBy("secretary-erju");
    }
}
