package org.minqing.process.guard;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the guards into the engine that the starter builds. */
@Configuration(proxyBeanMethods = false)
class EngineGuardConfiguration {

    /** The beans named in our BPMN files; adding one here lets every model call all its public methods. */
    private static final Set<String> MODEL_BEANS = Set.of(
            "appealHandlingTasks",
            "appealRouting",
            "appealLimits",
            "contactCheckTasks",
            "judgementCorrectionTasks",
            "jointHandlingTasks",
            "orderClaimingTasks",
            "remitTasks",
            "appealReviewTasks",
            "plannedWorkTasks");

    /**
     * A bean of type {@link GuardedTaskService} or {@link GuardedFilterService} replaces the plain one. It must not need the engine when it is created,
     * and is best marked {@code @Fallback}: the starter offers the same object as {@code taskService}, and with two
     * equal candidates nobody could inject a {@code TaskService} by its type.
     */
    @Bean
    static EngineGuardPlugin engineGuardPlugin(
            ApplicationContext application,
            ObjectProvider<GuardedTaskService> tasks,
            ObjectProvider<GuardedFilterService> filters,
            @Value("${minqing.password-rounds}") int passwordRounds) {
        return new EngineGuardPlugin(
                application,
                MODEL_BEANS,
                tasks.getIfAvailable(GuardedTaskService::new),
                filters.stream().findFirst(),
                new Pbkdf2PasswordEncryptor(passwordRounds));
    }
}
