package org.minqing.triage;

import java.time.InstantSource;
import java.util.Optional;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealWorkflow;
import org.minqing.appeal.Appeals;
import org.minqing.duties.Duties;
import org.minqing.duties.Duty;
import org.minqing.problem.Refusal;
import org.minqing.triage.Correction.Became;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Longer limits that follow from a correction: another person grants or refuses them, or they lapse. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LongerLimits {

    private final Appeals appeals;
    private final Duties duties;
    private final CorrectionRows rows;
    private final CorrectionWords words;
    private final AppealWorkflow workflow;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    LongerLimits(
            Appeals appeals,
            Duties duties,
            CorrectionRows rows,
            CorrectionWords words,
            AppealWorkflow workflow,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.appeals = appeals;
        this.duties = duties;
        this.rows = rows;
        this.words = words;
        this.workflow = workflow;
        this.clock = clock;
        this.events = events;
    }

    /** What somebody has to decide, in words; empty if there is nothing to decide. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> question(String number) {
        return waiting(number)
                .map(c -> words.change(appeals.get(number), c) + (c.applied() ? "，放宽时限" : "") + "：" + c.reason());
    }

    /**
     * Another person decides. Granting does not move a clock yet: that is the next step of the process.
     *
     * @throws Refusal if it was decided already, or this person may not
     */
    public void decide(String number, Actor by, boolean grant, String opinion) {
        appeals.lock(number);
        duties.require(number, by.person(), Duty.APPROVING_CORRECTION);
        var c = waiting(number).orElseThrow(() -> Refusal.conflict("这项申请已经审批，或已失效。", "It has been decided."));
        rows.step(c, grant ? Became.GRANTED : Became.REFUSED, clock.instant(), by.person(), opinion);
        var appeal = appeals.open(number);
        if (grant) {
            appeal.correctionNoted(by, "同意更正研判放宽时限：" + opinion);
        } else {
            var text = "不同意更正研判放宽时限，" + (c.applied() ? "按原时限办理：" : "按原研判办理：") + opinion;
            appeal.told((n, round, at) -> new AppealEvent.LongerHeld(n, round, at, by, text, "effect=refused"));
        }
    }

    @EventListener
    void on(AppealEvent.Resulted e) {
        lapse(e, "resulted", "已有办理结果");
    }

    @EventListener
    void on(AppealEvent.Ended e) {
        lapse(e, "ended", "诉求结束");
    }

    /** Who has it now was chosen for the judgement that holds. */
    @EventListener
    void on(AppealEvent.Reassigned e) {
        if (!applied(e.number())) {
            lapse(e, "reassigned", "诉求已改派");
        }
    }

    @EventListener
    void on(AppealEvent.Dispatched e) {
        if (!applied(e.number())) {
            lapse(e, "dispatched", "诉求已派单");
        }
    }

    /** Another correction came. */
    void lapse(Appeal appeal, String code, String why) {
        lapse(appeal.number(), appeal.round(), code, why);
    }

    private void lapse(AppealEvent e, String code, String why) {
        lapse(e.number(), e.round(), code, why);
    }

    private void lapse(String number, int round, String code, String why) {
        waiting(number).ifPresent(c -> {
            var now = clock.instant();
            rows.step(c, Became.LAPSED, now, null, why);
            workflow.correctionLapsed(number);
            events.publishEvent(new AppealEvent.LongerHeld(
                    number, round, now, Actor.SYSTEM, "更正研判放宽时限的申请失效：" + why, "effect=lapsed;why=" + code));
        });
    }

    private boolean applied(String number) {
        return waiting(number).filter(Correction::applied).isPresent();
    }

    private Optional<Correction> waiting(String number) {
        return rows.latest(number).filter(Correction::waits);
    }
}
