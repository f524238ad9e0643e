package org.minqing.process.guard;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;

/**
 * Installs every guard of this package and the safe side of every switch; start-up fails if one of them is missing
 * from the engine that was built.
 *
 * <p>All is set in {@code preInit}: afterwards the engine has already given its services their command executor and
 * handed its expression manager to the parsers. It runs after the starter's plugins and after all properties, so that
 * neither undoes it; what a later plugin undoes is noticed when the engine is built.
 */
class EngineGuardPlugin extends AbstractProcessEnginePlugin implements Ordered {

    private static final String IDS = "[a-zA-Z0-9_-]+";

    /** The web applications ask for that many at once. */
    private static final int MOST_RESULTS = 2000;

    private final ApplicationContext application;
    private final Set<String> modelBeans;
    private final GuardedTaskService tasks;
    private final Optional<GuardedFilterService> filters;
    private final Pbkdf2PasswordEncryptor passwords;

    /**
     * @param modelBeans the beans that expressions in models may name
     * @param filters    what answers filters; the plain guard if empty
     */
    public EngineGuardPlugin(
            ApplicationContext application,
            Set<String> modelBeans,
            GuardedTaskService tasks,
            Optional<GuardedFilterService> filters,
            Pbkdf2PasswordEncryptor passwords) {
        this.application = application;
        this.modelBeans = modelBeans;
        this.tasks = tasks;
        this.filters = filters;
        this.passwords = passwords;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        guardExpressions(engine);
        guardScripts(engine);
        guardPasswords(engine);
        guardVariables(engine);
        guardIds(engine);
        leaveOutWhatWeDoNotUse(engine);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration();
        boolean guarded = built.getTaskService() == tasks
                && tasks.getCommandExecutor() != null
                && built.getFilterService() instanceof GuardedFilterService
                && engine.getExpressionManager() instanceof GuardedExpressionManager
                && engine.getScriptEngineResolver() instanceof NoScripts
                && engine.getPasswordManager() instanceof OwnHashesOnly
                && !engine.isEnableExpressionsInAdhocQueries()
                && engine.isDeserializationTypeValidationEnabled();
        if (!guarded) {
            throw new IllegalStateException("The engine was built without its guards; see decision 0003.");
        }
    }

    private void guardExpressions(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(new ExposedBeans(application, modelBeans));
        engine.setExpressionManager(new GuardedExpressionManager(application, modelBeans));
        engine.setTaskService(tasks);
        engine.setFilterService(filters.orElseGet(
                () -> new GuardedFilterService(() -> engine.getIdentityService().getCurrentAuthentication())));
        engine.setEnableExpressionsInAdhocQueries(false);
        // "My tasks" needs them; what they may say is limited by FilterExpressions.
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setQueryMaxResultsLimit(MOST_RESULTS);
        // The one other place that evaluates without a scope, for start timers.
        engine.setReevaluateTimeCycleWhenDue(false);
    }

    private void guardScripts(ProcessEngineConfigurationImpl engine) {
        engine.setScriptEngineResolver(new NoScripts());
        // Otherwise the engine asks the process application first, which has a script engine manager of its own.
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    private void guardPasswords(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(passwords);
        engine.setPasswordManager(new OwnHashesOnly(passwords));
        engine.setPasswordPolicy(new LongPasswords());
        engine.setEnablePasswordPolicy(true);
        engine.setWebappsAuthenticationLoggingEnabled(true);
        // Whoever guesses is delayed by org.minqing.signin; this lock would last for good, and anybody could set it.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
    }

    /** Empty lists are not enough: the stock check then still accepts every class whose name begins with java.lang. */
    private void guardVariables(ProcessEngineConfigurationImpl engine) {
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(type -> type == null || type.isBlank());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableXxeProcessing(false);
    }

    private void guardIds(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern(IDS);
        engine.setUserResourceWhitelistPattern(IDS);
        engine.setGroupResourceWhitelistPattern(IDS);
        engine.setTenantResourceWhitelistPattern(IDS);
    }

    private void leaveOutWhatWeDoNotUse(ProcessEngineConfigurationImpl engine) {
        engine.setStandaloneTasksEnabled(false);
        engine.setCmmnEnabled(false);
        // Timers act without a user, and their actions belong in the log as well.
        engine.setRestrictUserOperationLogToAuthenticatedUsers(false);
    }
}
