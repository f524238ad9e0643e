package org.minqing.sla;

import org.minqing.appeal.Actor;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.ClockKind;
import org.minqing.sla.ledger.LedgerKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A request is its handler's: when the appeal ends or leaves him, nobody needs to decide it any more (申请失效). */
@Component
class LimitChangeLapses {

    private final LimitChangeRows requests;
    private final ClockRows clocks;
    private final ClockLedger ledger;
    private final ApplicationEventPublisher events;

    LimitChangeLapses(
            LimitChangeRows requests, ClockRows clocks, ClockLedger ledger, ApplicationEventPublisher events) {
        this.requests = requests;
        this.clocks = clocks;
        this.ledger = ledger;
        this.events = events;
    }

    @EventListener
    void on(AppealEvent.Resulted e) {
        lapse(e, "resulted", "已有办理结果", false);
    }

    @EventListener
    void on(AppealEvent.Ended e) {
        lapse(e, "ended", "诉求结束", false);
    }

    @EventListener
    void on(AppealEvent.Returned e) {
        lapse(e, "returned", "诉求已退回派单员", true);
    }

    @EventListener
    void on(AppealEvent.Reassigned e) {
        lapse(e, "reassigned", "诉求已改派", true);
    }

    /** What was asked for was asked of another judgement. */
    @EventListener
    void on(AppealEvent.Corrected e) {
        lapse(e, "corrected", "研判已更正", true);
    }

    @EventListener
    void on(AppealEvent.ResidentAnswered e) {
        if (e.pauseOver()) {
            lapseIfAwaited(e, "answered", "居民已答复");
        }
    }

    @EventListener
    void on(AppealEvent.QuestionExpired e) {
        if (e.pauseOver()) {
            lapseIfAwaited(e, "expired", "向居民提的问题已到期");
        }
    }

    /** Nobody needs to grant any more what was asked for only while the resident had not answered. */
    private void lapseIfAwaited(AppealEvent e, String code, String why) {
        requests.latest(e.number(), e.round())
                .filter(LimitChange::waits)
                .filter(request ->
                        request.type() == LimitChangeType.PAUSE && request.reason() == LimitChangeReason.AWAIT_RESIDENT)
                .ifPresent(request -> lapse(e, code, why, true));
    }

    private void lapse(AppealEvent e, String code, String why, boolean handled) {
        requests.lapse(e.number(), e.round(), e.at()).ifPresent(request -> {
            var c = clocks.of(e.number()).stream()
                    .filter(it -> it.kind() == ClockKind.RESOLVE && it.round() == e.round())
                    .findFirst()
                    .orElseThrow();
            ledger.note(
                    e.number(),
                    c,
                    LedgerKind.LAPSED,
                    ledger.next(e.number(), c, LedgerKind.LAPSED),
                    e.at(),
                    null,
                    "change=" + request.type().code() + ";why=" + code);
            events.publishEvent(new AppealEvent.LimitChangeLapsed(
                    e.number(), e.round(), e.at(), Actor.SYSTEM, request.words() + "的申请失效：" + why, handled));
        });
    }
}
