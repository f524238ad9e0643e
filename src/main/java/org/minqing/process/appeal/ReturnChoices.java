package org.minqing.process.appeal;

import java.util.List;
import java.util.Map;
import org.minqing.claiming.Orders;
import org.minqing.problem.Refusal;
import org.minqing.process.task.TaskForms;
import org.minqing.remit.ReturnGrounds;
import org.springframework.stereotype.Component;

/** What every form has in common from which an appeal may be returned: the pick-list, and who returns nothing. */
@Component
class ReturnChoices {

    private final Map<String, List<TaskForms.Choice>> choices;

    private final Orders orders;

    ReturnChoices(ReturnGrounds grounds, Orders orders) {
        this.orders = orders;
        choices = Map.of(
                "returnGrounds",
                grounds.all().stream()
                        .map(ground -> new TaskForms.Choice(ground.code(), ground.label()))
                        .toList());
    }

    /** @throws Refusal if a volunteer has it: to say that it is another unit's is for the unit that answers for it */
    void requireUnit(String number) {
        if (!orders.withVolunteers(List.of(number)).isEmpty()) {
            throw Refusal.conflict("这件是接的单，办不了的请在“可以接的单”里写明理由交回。", "It was claimed: give the claim back instead.");
        }
    }

    Map<String, List<TaskForms.Choice>> all() {
        return choices;
    }
}
