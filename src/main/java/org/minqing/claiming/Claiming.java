package org.minqing.claiming;

import java.time.InstantSource;
import java.util.List;
import org.minqing.access.AppealAccess;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.Appeals;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leaders and volunteers do with an order, whichever door they come through. */
@Service
@Transactional
public class Claiming {

    private static final int LONGEST = 300;

    private final Orders orders;
    private final OrderRows rows;
    private final OrderWorkflow workflow;
    private final AppealAccess access;
    private final Appeals appeals;
    private final Duties duties;
    private final InstantSource clock;

    Claiming(
            Orders orders,
            OrderRows rows,
            OrderWorkflow workflow,
            AppealAccess access,
            Appeals appeals,
            Duties duties,
            InstantSource clock) {
        this.orders = orders;
        this.rows = rows;
        this.workflow = workflow;
        this.access = access;
        this.appeals = appeals;
        this.duties = duties;
        this.clock = clock;
    }

    /**
     * @param action claim, join, leave or giveBack
     * @param reason why he gives it back; not read otherwise
     * @throws Refusal      as if there were no such appeal, if he may not see it or it was never offered to him; a conflict if it
     *                      cannot be done now, or somebody was faster
     * @throws InvalidInput naming what he sent wrongly
     */
    public void act(StaffMember person, String number, String action, String reason) {
        access.visible(person, number);
        var appeal = appeals.lock(number);
        var order = rows.latest(number).filter(o -> concerns(person, o)).orElseThrow(Refusal::notFound);
        switch (action) {
            case "claim" -> claim(person, appeal, order);
            case "join" -> join(person, order);
            case "leave" -> leave(person, order);
            case "giveBack" -> giveBack(person, appeal, order, required(reason));
            default ->
                throw new InvalidInput(
                        "action", "只能是 claim、join、leave 或 giveBack", "is claim, join, leave or giveBack");
        }
    }

    private static boolean concerns(StaffMember person, Order order) {
        return own(person, order.leaders()) != null
                || own(person, order.volunteers()) != null
                || order.has(person.userId());
    }

    private void claim(StaffMember person, Appeal appeal, Order order) {
        requireOpen(order);
        if (order.claim().isPresent()) {
            throw Refusal.conflict("已经有人接单。", "Somebody has claimed it.");
        }
        if (order.gaveBack(person.userId())) {
            throw Refusal.conflict("您交回过这一单，不能再接。", "You gave it back before.");
        }
        var group = own(person, orders.offered(order, clock.instant()));
        if (group == null) {
            throw orders.offered(order, clock.instant()).isEmpty()
                    ? Orders.late()
                    : Refusal.conflict("现在由支部和“两委”带头接单，还没有轮到您。", "It is still offered to others first.");
        }
        duties.require(appeal.number(), person.userId(), Duty.HANDLING);
        if (!workflow.taken(appeal.number(), person, group)) {
            orders.claimed(order, person.userId(), group);
            workflow.claimedEarly(appeal.number(), person, group);
        }
    }

    private void join(StaffMember person, Order order) {
        requireOpen(order);
        if (order.claim().isEmpty()) {
            throw Refusal.conflict("还没有人接单，可以由您来接。", "Nobody has claimed it yet.");
        }
        if (order.has(person.userId())) {
            throw Refusal.conflict("您已经在里面了。", "You take part already.");
        }
        if (order.members().size() >= order.team()) {
            throw Refusal.conflict("这一单最多 " + order.team() + " 人，已经满了。", "No more may take part.");
        }
        var group = own(person, order.volunteers());
        var as = group == null ? own(person, order.leaders()) : group;
        if (as == null) {
            throw Refusal.notFound();
        }
        duties.require(order.appeal(), person.userId(), Duty.HANDLING);
        var by = new Actor(person.userId(), orders.label(as));
        rows.step(order, "joined", by, clock.instant(), as, "");
        orders.tell(order, by, "加入接单，一起办理", false);
    }

    private void leave(StaffMember person, Order order) {
        requireOpen(order);
        var me = order.members().stream()
                .filter(m -> m.is("joined") && m.person().equals(person.userId()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("您没有加入这一单；接单的人请写明理由交回。", "You did not join it."));
        var by = new Actor(person.userId(), me.as());
        rows.step(order, "left", by, clock.instant(), null, "");
        orders.tell(order, by, "退出接单", false);
    }

    /** It is no return of a unit: nobody's rate of returns knows of it. */
    private void giveBack(StaffMember person, Appeal appeal, Order order, String reason) {
        requireOpen(order);
        var claim = order.claim()
                .filter(c -> c.person().equals(person.userId()))
                .orElseThrow(() -> Refusal.conflict("这一单不在您手上。", "You have not claimed it."));
        var by = new Actor(person.userId(), claim.as());
        rows.step(order, "givenBack", by, clock.instant(), claim.holding(), reason);
        orders.tell(order, by, "交回接单：" + reason, false);
        workflow.givenBack(
                appeal.number(),
                person.userId(),
                claim.holding(),
                orders.handlers(appeal.number(), Orders.assigned(appeal)));
    }

    private static void requireOpen(Order order) {
        if (order.closed()) {
            throw Refusal.conflict("这件诉求已不能接单，由责任岗位办理。", "It cannot be claimed any more.");
        }
    }

    /** The first of these groups that is his; null if none is. */
    static String own(StaffMember person, List<String> groups) {
        return groups.stream().filter(person.groups()::contains).findFirst().orElse(null);
    }

    private static String required(String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput("reason", "必填", "is required");
        }
        TextRule.flaw("reason", text, LONGEST).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }
}
