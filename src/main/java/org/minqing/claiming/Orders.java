package org.minqing.claiming;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.ClockKind;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.problem.Refusal;
import org.minqing.sla.Clocks;
import org.minqing.sla.due.DueRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * To whom the handling is offered besides the post that answers for it, and who has claimed it. The one place that knows: the
 * model, Tasklist, the telephone and the interface for programs all ask here.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Orders {

    private final OrderRows rows;
    private final Appeals appeals;
    private final Holdings holdings;
    private final Clocks clocks;
    private final DueRules due;
    private final InstantSource clock;
    // Resolved late: it needs the engine, and the engine's listeners need this class.
    private final ObjectProvider<OrderWorkflow> workflow;

    Orders(
            OrderRows rows,
            Appeals appeals,
            Holdings holdings,
            Clocks clocks,
            DueRules due,
            InstantSource clock,
            ObjectProvider<OrderWorkflow> workflow) {
        this.rows = rows;
        this.appeals = appeals;
        this.holdings = holdings;
        this.clocks = clocks;
        this.due = due;
        this.clock = clock;
        this.workflow = workflow;
    }

    /** The open one of the round that goes on. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Order> open(String number) {
        return rows.latest(number)
                .filter(o -> !o.closed() && o.round() == appeals.get(number).round());
    }

    /** Who has claimed it, with the group under which he did. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Order.Step> claim(String number) {
        return open(number).flatMap(Order::claim);
    }

    /**
     * Groups to which the handling is to be offered now.
     *
     * @param assigned group of the post that answers for it
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> handlers(String number, String assigned) {
        return open(number)
                .map(order -> handlers(order, assigned, clock.instant()))
                .orElse(List.of(assigned));
    }

    private List<String> handlers(Order order, String assigned, Instant now) {
        var offered = offered(order, now);
        var besides = order.claim().map(Order.Step::holding).map(List::of).orElse(offered);
        return order.postWaits() && !offered.isEmpty()
                ? offered
                : Stream.concat(Stream.of(assigned), besides.stream())
                        .distinct()
                        .toList();
    }

    /** Groups that may claim it now. */
    List<String> offered(Order order, Instant now) {
        return order.offered(now, latest(order.appeal()));
    }

    /** When others may claim it than now; empty if nobody may any more. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> turnsAt(String number) {
        return open(number).flatMap(order -> order.turnsAt(clock.instant(), latest(number)));
    }

    /** The last moment in which somebody may claim it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Instant endsAt(Order order) {
        var latest = latest(order.appeal());
        return order.volunteersUntil().isAfter(latest) ? latest : order.volunteersUntil();
    }

    /** An offer gives nobody more time: when the limit is near, it lies with the post that answers for it alone. */
    private Instant latest(String number) {
        return clocks.running(number, ClockKind.RESOLVE)
                .map(c -> due.of(c).soonAt())
                .orElse(Instant.MAX);
    }

    /** The time of some is over. */
    public void turn(String number) {
        var appeal = appeals.lock(number);
        open(number)
                .filter(order -> order.claim().isEmpty())
                .ifPresent(order ->
                        workflow.getObject().offeredTo(number, handlers(order, assigned(appeal), clock.instant())));
    }

    /**
     * Somebody took the handling, through whichever door, with the lock of the appeal or the task in his hand.
     *
     * @param groups that he is in
     * @throws Refusal if he may claim it no more
     */
    public void taken(String number, String person, Collection<String> groups) {
        var appeal = appeals.lock(number);
        var order = open(number).orElse(null);
        if (order == null
                || order.claim().filter(c -> c.person().equals(person)).isPresent()) {
            return;
        }
        var own = order.leaders().stream().filter(groups::contains).findFirst();
        var offered = offered(order, clock.instant()).stream()
                .filter(groups::contains)
                .findFirst();
        if (offered.isPresent()) {
            claimed(order, person, offered.get());
        } else if (!groups.contains(assigned(appeal))
                && order.volunteers().stream().anyMatch(groups::contains)) {
            throw late();
        } else {
            // The post that answers for it; where that is a leader's, he leads it from now on all the same.
            own.ifPresent(group -> tell(order, new Actor(person, label(group)), led(order, group), true));
            close(order, "由责任岗位办理");
        }
    }

    /** Nobody has the handling any more, without having given it back: his account was closed, or he left his post. */
    public void lost(String number) {
        open(number)
                .ifPresent(order -> order.claim().ifPresent(claim -> {
                    rows.step(
                            order,
                            "givenBack",
                            new Actor(claim.person(), claim.as()),
                            clock.instant(),
                            claim.holding(),
                            "已不在岗");
                    tell(order, Actor.SYSTEM, "接单的人已不在岗，由其他人办理", false);
                }));
    }

    /** @throws Refusal if he has claimed it: to give it back he says why */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void requireNotClaimed(String number, String person) {
        if (claim(number).filter(c -> c.person().equals(person)).isPresent()) {
            throw Refusal.conflict("这件是您接的单，请在“可以接的单”里写明理由交回。", "You claimed it: give it back with a reason.");
        }
    }

    /** Those of these appeals that a volunteer has: he gives his claim back, and no unit returns anything. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> withVolunteers(Collection<String> numbers) {
        var claimed = rows.open(numbers).stream()
                .filter(order -> order.claim().isPresent())
                .toList();
        var about = appeals.all(claimed.stream().map(Order::appeal).toList());
        return claimed.stream()
                .filter(order -> about.containsKey(order.appeal()))
                .filter(order -> !order.claim().orElseThrow().holding().equals(assigned(about.get(order.appeal()))))
                .map(Order::appeal)
                .collect(Collectors.toSet());
    }

    static Refusal late() {
        return Refusal.conflict("接单的时间已过，由责任岗位办理。", "The time for claiming it is over.");
    }

    /** It is his from now on. */
    void claimed(Order order, String person, String group) {
        var by = new Actor(person, label(group));
        rows.step(order, "claimed", by, clock.instant(), group, "");
        tell(order, by, led(order, group), true);
    }

    private static String led(Order order, String group) {
        return order.leaders().contains(group) ? "已明确领办人，带头领办" : "党员志愿者已接单";
    }

    void tell(Order order, Actor by, String text, boolean visible) {
        appeals.open(order.appeal())
                .told((n, round, now) -> new AppealEvent.OrderTaken(n, round, now, by, text, visible));
    }

    /** Nobody can claim it any more. */
    void close(Order order, String why) {
        rows.step(order, "closed", Actor.SYSTEM, clock.instant(), null, why);
        workflow.getObject().closed(order.appeal());
    }

    /** Group of the post that answers for it. */
    static String assigned(Appeal appeal) {
        var who = appeal.decision().orElseThrow().who();
        return Holding.group(who.unit(), who.post());
    }

    String label(String group) {
        return holdings.find(group).map(Holding::label).orElse("党员");
    }
}
