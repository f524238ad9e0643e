package org.minqing.process.claiming;

import static org.minqing.process.AppealVariables.CANDIDATE_GROUP;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.minqing.claiming.Orders;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Component;

/** What the models ask of the application about orders. Public for the engine's expressions. */
@Component
public class OrderClaimingTasks {

    private final Orders orders;

    OrderClaimingTasks(Orders orders) {
        this.orders = orders;
    }

    /** Groups that may take the handling. */
    public List<String> handlers(DelegateExecution execution) {
        return orders.handlers(execution.getProcessBusinessKey(), CANDIDATE_GROUP.get(execution));
    }

    /** Nobody watches over an order that there is not. */
    public void requireOrder(DelegateExecution execution) {
        orders.open(execution.getProcessBusinessKey()).orElseThrow(Refusal::notFound);
    }

    public void passOrderOn(DelegateExecution execution) {
        orders.turn(execution.getProcessBusinessKey());
    }

    /** Whether others may still claim it after those whose time is over. */
    public boolean turnsAgain(DelegateExecution execution) {
        return orders.turnsAt(execution.getProcessBusinessKey()).isPresent();
    }
}
