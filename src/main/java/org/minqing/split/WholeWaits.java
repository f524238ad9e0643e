package org.minqing.split;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.problem.Refusal;
import org.minqing.sla.ClockChange;
import org.minqing.sla.JudgedClocks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a whole and its sub-cases are to each other, whichever door an act comes through: the whole has no result before all of
 * them have ended, none of them is due after it, and none goes on when it has ended.
 */
@Component
class WholeWaits {

    /** Before anything follows from a result that there may not be. */
    private static final int FIRST = -1;

    private final Appeals appeals;
    private final Splitting splitting;
    private final SplitRows rows;
    private final JudgedClocks clocks;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    WholeWaits(
            Appeals appeals,
            Splitting splitting,
            SplitRows rows,
            JudgedClocks clocks,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.splitting = splitting;
        this.rows = rows;
        this.clocks = clocks;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Refusal if one of its sub-cases is open, or a sub-case is to become a plan of its own */
    @Order(FIRST)
    @EventListener
    void on(AppealEvent.Resulted e) {
        var appeal = appeals.get(e.number());
        if (appeal.subCase() && appeal.status() == AppealStatus.PLANNED) {
            throw Refusal.conflict(
                    "分件不单独列入计划；要列入计划的，说明情况办结本件，由主件列入计划。", "A sub-case becomes no plan of its own; the whole does.");
        }
        var open = open(e.number()).stream().map(Appeal::number).collect(Collectors.joining("、"));
        if (!open.isEmpty()) {
            throw Refusal.conflict(
                    "分件还没有全部办结，不能报办理结果：" + open + "。不再需要的，先写明理由撤出。",
                    "Sub-cases are still open: " + open + ". The result waits for all of them.");
        }
    }

    /** @throws Refusal if more time for a sub-case could not be given, because the whole is due then */
    @EventListener
    void on(AppealEvent.LimitChangeAsked e) {
        var appeal = appeals.get(e.number());
        if (appeal.subCase() && clocks.dueWithin(appeal.number(), appeal.parent())) {
            throw Refusal.conflict(
                    "分件的办结时限不能晚于主件，现在已经与主件相同；要延长的，先由主件申请。",
                    "The sub-case is due when the whole is; more time is asked for the whole.");
        }
    }

    /** Whichever of the two was moved. */
    @EventListener
    void on(ClockChange.Moved e) {
        var appeal = appeals.get(e.appeal());
        if (appeal.subCase()) {
            clocks.keepWithin(appeal.number(), appeal.parent(), clock.instant());
            return;
        }
        open(appeal.number()).stream()
                .map(a -> appeals.lock(a.number()))
                .forEach(a -> clocks.keepWithin(a.number(), a.parent(), clock.instant()));
    }

    private List<Appeal> open(String whole) {
        return appeals.subCasesOf(whole).stream()
                .filter(a -> !a.status().ended())
                .toList();
    }

    @EventListener
    void on(AppealEvent.Ended e) {
        var appeal = appeals.get(e.number());
        if (!appeal.subCase()) {
            splitting.takeOutAll(appeal.number(), "主件" + appeal.status().label() + "，不再需要");
            return;
        }
        var whole = appeals.get(appeal.parent());
        if (appeal.status() == AppealStatus.CLOSED && !whole.status().ended()) {
            var result = rows.results(List.of(appeal.number())).getOrDefault(appeal.number(), "");
            events.publishEvent(new AppealEvent.SplitTold(
                    whole.number(),
                    whole.round(),
                    clock.instant(),
                    Actor.SYSTEM,
                    "分件 " + appeal.number() + "（" + appeal.title() + "）已办结：" + result,
                    false));
        }
    }
}
