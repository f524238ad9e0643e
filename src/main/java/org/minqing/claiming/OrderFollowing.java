package org.minqing.claiming;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.Appeals;
import org.minqing.appeal.Limit;
import org.minqing.organisation.Localities;
import org.minqing.time.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When an order is offered, and what ends it: the judgement, another judgement, another unit, a result. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OrderFollowing {

    private final Orders orders;
    private final OrderRows rows;
    private final OfferedPosts posts;
    private final SameDay sameDay;
    private final Appeals appeals;
    private final Localities localities;
    private final InstantSource clock;
    // Resolved late: both need the engine, and the engine's listeners need this class.
    private final ObjectProvider<ClaimRules> rules;
    private final ObjectProvider<OrderWorkflow> workflow;

    OrderFollowing(
            Orders orders,
            OrderRows rows,
            OfferedPosts posts,
            SameDay sameDay,
            Appeals appeals,
            Localities localities,
            InstantSource clock,
            ObjectProvider<ClaimRules> rules,
            ObjectProvider<OrderWorkflow> workflow) {
        this.orders = orders;
        this.rows = rows;
        this.posts = posts;
        this.sameDay = sameDay;
        this.appeals = appeals;
        this.localities = localities;
        this.clock = clock;
        this.rules = rules;
        this.workflow = workflow;
    }

    /** A round is judged and its clocks run; nothing is offered twice in a round. */
    public void judged(String number) {
        var appeal = appeals.lock(number);
        if (rows.latest(number).filter(o -> o.round() == appeal.round()).isEmpty()) {
            rules.getObject().of(appeal).ifPresent(rule -> offer(appeal, rule));
        }
    }

    private void offer(Appeal appeal, ClaimRule rule) {
        var now = clock.instant();
        var leaders = posts.groups(appeal, rule.leaders());
        var volunteers = posts.groups(appeal, rule.volunteers());
        if (leaders.isEmpty() && volunteers.isEmpty()) {
            return;
        }
        var leadersUntil = leaders.isEmpty() ? now : now.plus(rule.leadersHave());
        var volunteersUntil = volunteers.isEmpty() ? leadersUntil : leadersUntil.plus(rule.volunteersHave());
        var order = new Order(
                0,
                appeal.number(),
                appeal.round(),
                now,
                leaders,
                leadersUntil,
                volunteers,
                volunteersUntil,
                rule.postWaits(),
                rule.team(),
                List.of());
        rows.offer(appeal.number(), appeal.round(), now, order);
        var lead = lead(appeal, rule);
        appeals.open(appeal.number())
                .told((n, round, at) -> new AppealEvent.OrderOffered(n, round, at, Actor.SYSTEM, words(order), lead));
        workflow.getObject().offered(appeal.number());
    }

    private Limit lead(Appeal appeal, ClaimRule rule) {
        return rule.lead()
                .map(l -> sameDay.from(
                        clock.instant(), localities.get(appeal.locality()).officeHours(), l))
                .orElse(null);
    }

    /** The post that answers for it is told from the start, and until when. */
    private static String words(Order order) {
        var parts = new ArrayList<String>();
        if (!order.leaders().isEmpty()) {
            parts.add(Times.end(order.leadersUntil()) + " 前由支部和“两委”带头接单");
        }
        if (!order.volunteers().isEmpty()) {
            parts.add(Times.end(order.volunteersUntil()) + " 前党员志愿者可以接单");
        }
        return String.join("，", parts) + (order.postWaits() ? "；没有人接的，由责任岗位办理" : "；责任岗位随时可以办理");
    }

    @EventListener
    void on(AppealEvent.Corrected e) {
        judgedAnew(e.number());
    }

    @EventListener
    void on(AppealEvent.LongerGranted e) {
        judgedAnew(e.number());
    }

    /** What may not be claimed any more is taken from whoever claimed it. */
    private void judgedAnew(String number) {
        var appeal = appeals.lock(number);
        var order = orders.open(number);
        if (order.isEmpty()) {
            return;
        }
        if (rules.getObject().of(appeal).isEmpty()) {
            orders.close(order.get(), "更正研判后不能接单");
            workflow.getObject().offeredTo(number, List.of(Orders.assigned(appeal)));
        }
    }

    /** A unit gave it back: now the dispatcher says whose it is. */
    @EventListener
    void on(AppealEvent.Returned e) {
        end(e, "责任单位退回");
    }

    @EventListener
    void on(AppealEvent.Dispatched e) {
        end(e, "派单员已派单");
    }

    @EventListener
    void on(AppealEvent.Reassigned e) {
        end(e, "督办员已改派");
    }

    @EventListener
    void on(AppealEvent.Resulted e) {
        end(e, "已有办理结果");
    }

    @EventListener
    void on(AppealEvent.Ended e) {
        end(e, "诉求已经结束");
    }

    private void end(AppealEvent e, String why) {
        rows.latest(e.number()).filter(o -> !o.closed()).ifPresent(o -> orders.close(o, why));
    }
}
