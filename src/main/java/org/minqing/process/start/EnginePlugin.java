package org.minqing.process.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.minqing.process.AppealVariables;
import org.minqing.process.claiming.OrderListener;
import org.minqing.process.due.DueFromTheStart;
import org.minqing.process.duties.DutyListener;
import org.minqing.process.engine.AppealHistoryLevel;
import org.minqing.process.engine.KnownGroups;
import org.minqing.process.engine.RetryAtOnce;
import org.minqing.process.forms.FeelParsedOnce;
import org.minqing.process.joint.HandlingBegins;
import org.minqing.process.model.DangerFirst;
import org.minqing.process.model.MassedLast;
import org.minqing.process.model.RegistrationRequired;
import org.minqing.process.notice.OfferedTasks;
import org.minqing.process.task.AppealFormService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/** How this application sets its engine up; what is plain configuration is in {@code application.yml}. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final AppealFormService forms;
    private final RegistrationRequired registration;
    private final MassedLast massed;
    private final DangerFirst danger;
    private final DueFromTheStart due;
    private final HandlingBegins handling;
    private final DutyListener duties;
    private final OrderListener orders;
    private final OfferedTasks offered;

    /** @param migrated asked for only so that the engine finds its tables */
    EnginePlugin(
            AppealFormService forms,
            RegistrationRequired registration,
            MassedLast massed,
            DangerFirst danger,
            DueFromTheStart due,
            HandlingBegins handling,
            DutyListener duties,
            OrderListener orders,
            OfferedTasks offered,
            ObjectProvider<FlywayMigrationInitializer> migrated) {
        this.forms = forms;
        this.registration = registration;
        this.massed = massed;
        this.danger = danger;
        this.due = due;
        this.handling = handling;
        this.duties = duties;
        this.orders = orders;
        this.offered = offered;
        migrated.getIfAvailable();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new AppealHistoryLevel()));
        engine.setHistory(AppealHistoryLevel.NAME);
        engine.setDmnEngineConfiguration(decisions());
        // When history may go is known when it is written: no second look at every row of a case when it ends.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setCustomSessionFactories(List.of(new KnownGroups()));
        engine.setFormService(forms);
        var listeners =
                Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).orElseGet(List::of);
        // Danger has the last word.
        engine.setCustomPostBPMNParseListeners(Stream.concat(
                        listeners.stream(),
                        Stream.of(duties, registration, massed, handling, orders, danger, due, offered))
                .collect(Collectors.toList()));
        engine.setTenantIdProvider(new LocalityOfInstance());
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        // A usage meter of the vendor, written at every assignment and read by nobody.
        engine.setTaskMetricsEnabled(false);
        engine.setFailedJobCommandFactory(new RetryAtOnce());
        // Twelve hours of failure are survived; a timer that gives up after three quick tries is a promise broken.
        engine.setFailedJobRetryTimeCycle(
                "PT10S,PT1M,PT5M,PT15M,PT30M,PT1H,PT1H,PT1H,PT1H,PT1H,PT1H,PT1H,PT1H,PT1H,PT1H,PT1H");
    }

    private static DefaultDmnEngineConfiguration decisions() {
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(new FeelParsedOnce());
        return decisions;
    }

    /** The models are shared, their instances belong to a locality. */
    private static class LocalityOfInstance implements TenantIdProvider {

        @Override
        public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
            return (String) context.getVariables().get(AppealVariables.LOCALITY.name());
        }

        @Override
        public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
            return null;
        }

        @Override
        public String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext context) {
            var execution = context.getExecution();
            return execution == null ? null : execution.getTenantId();
        }
    }
}
