package org.minqing.process.task;

import org.camunda.bpm.engine.RuntimeService;
import org.minqing.appeal.AppealEvent;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody is asked to decide a request that lapsed. Where the handling ends, the model takes the task away itself. */
@Component
class LapsedApproval {

    private final RuntimeService runtime;
    private final ApplicationAuthority authority;

    LapsedApproval(RuntimeService runtime, ApplicationAuthority authority) {
        this.runtime = runtime;
        this.authority = authority;
    }

    @EventListener
    void on(AppealEvent.LimitChangeLapsed e) {
        if (e.handled()) {
            authority.run(() -> {
                takeAway(e.number());
                return null;
            });
        }
    }

    private void takeAway(String number) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(AppealHandling.PROCESS)
                .singleResult();
        runtime.createProcessInstanceModification(instance.getId())
                .cancelAllForActivity(AppealHandling.APPROVE_LIMIT_CHANGE)
                .execute();
    }
}
