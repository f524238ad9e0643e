package org.minqing.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.minqing.sla.Clocks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the process have in common: the running town, a Monday morning in it, and appeals to tell about. */
public abstract class AppealRules {

    public static final boolean SATISFIED = true;
    public static final boolean DISSATISFIED = false;

    @LocalServerPort
    protected int port;

    @Value("${minqing.data-dir}")
    protected String dataDir;

    @Autowired
    public ProcessEngine engine;

    @Autowired
    public JdbcClient jdbc;

    @Autowired
    public Clocks clocks;

    @Autowired
    public TestTime time;

    public Api api;

    private final List<String> made = new ArrayList<>();

    @BeforeEach
    protected void mondayMorning() {
        api = Api.of(port, dataDir);
        AbstractAssertions.init(engine);
        time.begin("2026-03-02T09:00");
    }

    /** Lists are short: what a test leaves open does not push what others look for off the end. */
    @AfterEach
    protected void withdrawWhatIsLeft() {
        made.stream()
                .filter(code -> jdbc.sql("select count(*) from appeal where tracking_code = ? and closed_at is null")
                                .param(code)
                                .query(Integer.class)
                                .single()
                        > 0)
                .forEach(code -> api.post("/api/track/" + code + "/withdrawal", "{}"));
    }

    /** It waits for these tasks and no others. */
    protected static ProcessInstanceAssert assertWaiting(AppealCase appeal, String... tasks) {
        assertThat(appeal.tasks()).extracting(Task::getTaskDefinitionKey).containsExactlyInAnyOrder(tasks);
        return BpmnAwareTests.assertThat(appeal.process()).isWaitingAt(tasks);
    }

    /** An ordinary matter of the first grid of Erju in Ganshui, unless the test says otherwise. */
    protected AppealDraft anAppeal() {
        return new AppealDraft(api, engine, jdbc, made::add);
    }

    /** An appeal whose result is known; the resident is asked now. */
    protected AppealCase aHandledAppeal() {
        return anAppeal().submitted().respondedBy("grid-01").handledBy("secretary-erju");
    }
}
