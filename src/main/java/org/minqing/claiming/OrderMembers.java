package org.minqing.claiming;

import java.util.Set;
import org.minqing.access.Volunteering;
import org.springframework.stereotype.Component;

/** Answers {@link Volunteering} from the orders. */
@Component
class OrderMembers implements Volunteering {

    private final OrderRows rows;

    OrderMembers(OrderRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> offered(String number) {
        return rows.latest(number).map(order -> Set.copyOf(order.volunteers())).orElse(Set.of());
    }

    @Override
    public boolean has(String userId, String number) {
        return rows.latest(number).filter(order -> order.has(userId)).isPresent();
    }
}
