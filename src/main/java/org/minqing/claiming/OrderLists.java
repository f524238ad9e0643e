package org.minqing.claiming;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.security.StaffMember;
import org.minqing.sla.Clock;
import org.minqing.sla.Clocks;
import org.minqing.time.Times;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders of one person (可以接的单): offered to a post of his, to be joined, or his own. */
@Service
@Transactional(readOnly = true)
public class OrderLists {

    private final OrderRows rows;
    private final Orders orders;
    private final Appeals appeals;
    private final Categories categories;
    private final Localities localities;
    private final Clocks clocks;
    private final InstantSource clock;

    OrderLists(
            OrderRows rows,
            Orders orders,
            Appeals appeals,
            Categories categories,
            Localities localities,
            Clocks clocks,
            InstantSource clock) {
        this.rows = rows;
        this.orders = orders;
        this.appeals = appeals;
        this.categories = categories;
        this.localities = localities;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** His own first, then what is due soonest. */
    public List<OrderLine> of(StaffMember person) {
        var now = clock.instant();
        var open = rows.open(person.groups(), person.userId());
        Map<String, Appeal> about = appeals.all(open.stream().map(Order::appeal).toList());
        return open.stream()
                .filter(order -> about.containsKey(order.appeal()))
                .filter(order -> order.round() == about.get(order.appeal()).round())
                .map(order -> line(person, order, about.get(order.appeal()), now))
                .filter(line ->
                        line.mayClaim() || line.mayJoin() || !line.mine().equals("none"))
                .sorted(Comparator.comparing((OrderLine line) -> line.mine().equals("none"))
                        .thenComparing(OrderLine::dueBy, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(OrderLine::number))
                .toList();
    }

    private OrderLine line(StaffMember person, Order order, Appeal appeal, Instant now) {
        var members = order.members();
        var mine = order.has(person.userId());
        var claims = Claiming.own(person, orders.offered(order, now)) != null && !order.gaveBack(person.userId());
        return new OrderLine(
                appeal.number(),
                appeal.title(),
                categories.nameOf(appeal.locality(), appeal.category()),
                UnitTree.name(localities.get(appeal.locality()), appeal.unit()),
                appeal.urgencyName(),
                clocks.running(appeal.number(), ClockKind.RESOLVE)
                        .map(Clock::dueAt)
                        .map(Times::iso)
                        .orElse(null),
                claims ? Times.iso(orders.endsAt(order)) : null,
                order.leaders().isEmpty() || now.isAfter(order.leadersUntil()) ? null : Times.iso(order.leadersUntil()),
                members.stream().map(Order.Step::as).toList(),
                order.team(),
                !mine ? "none" : members.get(0).person().equals(person.userId()) ? "lead" : "member",
                claims,
                !mine && !members.isEmpty() && members.size() < order.team());
    }
}
