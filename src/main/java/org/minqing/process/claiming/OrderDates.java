package org.minqing.process.claiming;

import java.time.InstantSource;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.minqing.claiming.Orders;
import org.minqing.process.AppealHandling;
import org.minqing.process.engine.ApplicationAuthority;
import org.minqing.sla.ClockChange;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the limit of an appeal comes nearer, so does the moment from which only the post that answers for it has it. */
@Component
class OrderDates {

    private final Orders orders;
    private final ApplicationAuthority authority;
    private final InstantSource clock;
    // Resolved late: the engine's beans need this one.
    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ManagementService> management;

    OrderDates(
            Orders orders,
            ApplicationAuthority authority,
            InstantSource clock,
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<ManagementService> management) {
        this.orders = orders;
        this.authority = authority;
        this.clock = clock;
        this.runtime = runtime;
        this.management = management;
    }

    @EventListener
    void on(ClockChange.Moved e) {
        if (orders.open(e.appeal()).isEmpty()) {
            return;
        }
        var turns =
                Date.from(orders.turnsAt(e.appeal()).map(at -> at.plusMillis(1)).orElseGet(clock::instant));
        authority.run(() -> {
            runtime
                    .getObject()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(e.appeal())
                    .processDefinitionKey(AppealHandling.ORDER_CLAIMING)
                    .list()
                    .stream()
                    .flatMap(instance ->
                            management
                                    .getObject()
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .timers()
                                    .list()
                                    .stream())
                    .filter(job -> !turns.equals(job.getDuedate()))
                    .forEach(job -> management.getObject().setJobDuedate(job.getId(), turns));
            return null;
        });
    }
}
