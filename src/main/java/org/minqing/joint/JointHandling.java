package org.minqing.joint;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.minqing.appeal.Actor;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.AppealEvent;
import org.minqing.appeal.AppealStatus;
import org.minqing.appeal.Appeals;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.sla.calendar.Calendars;
import org.minqing.time.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is asked for an opinion, and when nobody is any more: with the handling of a round those whom the tables name, whomever
 * the lead asks besides, and none of them once there is a result.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class JointHandling {

    private final JointRows rows;
    private final Opinions opinions;
    private final CoHandlers coHandlers;
    private final Appeals appeals;
    private final Localities localities;
    private final Calendars calendars;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    // Resolved late: both need the engine, and the engine's tasks need this class.
    private final ObjectProvider<JointLimits> limits;
    private final ObjectProvider<JointWorkflow> workflow;

    JointHandling(
            JointRows rows,
            Opinions opinions,
            CoHandlers coHandlers,
            Appeals appeals,
            Localities localities,
            Calendars calendars,
            InstantSource clock,
            ApplicationEventPublisher events,
            ObjectProvider<JointLimits> limits,
            ObjectProvider<JointWorkflow> workflow) {
        this.rows = rows;
        this.opinions = opinions;
        this.coHandlers = coHandlers;
        this.appeals = appeals;
        this.localities = localities;
        this.calendars = calendars;
        this.clock = clock;
        this.events = events;
        this.limits = limits;
        this.workflow = workflow;
    }

    /** Somebody has it to handle from now on, for the first time in the round or again; nobody is asked twice in a round. */
    public void handlingBegins(String number) {
        var appeal = appeals.lock(number);
        var decided = coHandlers.decided(appeal);
        var known = rows.of(number).stream()
                .filter(r -> r.round() == appeal.round() && !r.lapsed())
                .map(JointRequest::holding)
                .toList();
        lapse(appeal, r -> r.holding().equals(coHandlers.lead(appeal)), "已改为主办");
        var missing = decided.stream().filter(h -> !known.contains(h)).toList();
        if (!missing.isEmpty()) {
            limits.getObject()
                    .of(appeal)
                    .ifPresent(limit -> missing.forEach(h -> ask(appeal, Actor.SYSTEM, h, null, limit)));
        }
    }

    @EventListener
    void on(AppealEvent.Corrected e) {
        judgedAnew(e.number());
    }

    @EventListener
    void on(AppealEvent.LongerGranted e) {
        judgedAnew(e.number());
    }

    /** The tables name others now, or nobody. Whom a person asked he still asks, where opinions are asked for at all. */
    private void judgedAnew(String number) {
        var appeal = appeals.lock(number);
        if (workflow.getObject().handled(number)) {
            var decided = coHandlers.decided(appeal);
            var asked = limits.getObject().of(appeal).isPresent();
            lapse(
                    appeal,
                    r -> !asked || !decided.contains(r.holding()) && (bySystem(r) || appeal.confidential()),
                    "更正研判后不再需要");
            handlingBegins(number);
        }
    }

    private static boolean bySystem(JointRequest r) {
        return r.askedAs().equals(Actor.SYSTEM.as());
    }

    /** Whoever leads has no opinion to give to himself. */
    @EventListener
    void on(AppealEvent.Reassigned e) {
        var appeal = appeals.lock(e.number());
        lapse(appeal, r -> r.holding().equals(coHandlers.lead(appeal)), "已改为主办");
    }

    @EventListener
    void on(AppealEvent.Resulted e) {
        lapse(appeals.lock(e.number()), r -> true, "主办已报出办理结果");
    }

    @EventListener
    void on(AppealEvent.Ended e) {
        lapse(appeals.lock(e.number()), r -> true, "诉求已经结束");
    }

    private void lapse(Appeal appeal, Predicate<JointRequest> which, String why) {
        opinions.waiting(appeal.number()).stream().filter(which).forEach(r -> {
            rows.step(r, "lapsed", Actor.SYSTEM, clock.instant(), why);
            workflow.getObject().opinionLapsed(appeal.number(), r.holding());
        });
    }

    /**
     * The lead asks one more post. The caller has checked that he leads.
     *
     * @throws InvalidInput if that post cannot be asked: it leads itself, was asked already in this round, or may not know of it
     * @throws Refusal      if nobody is asked on this route, or the appeal is not handled now
     */
    void ask(String number, Actor by, String holding, String question) {
        var appeal = handled(number);
        if (holding.equals(coHandlers.lead(appeal))) {
            throw new InvalidInput("coHandler", "这个岗位就是主办，不用再请它会办", "leads itself");
        }
        if (coHandlers.choices(appeal).stream().noneMatch(h -> h.group().equals(holding))) {
            throw new InvalidInput("coHandler", "请从可选的岗位中选一个", "is no post that could be asked");
        }
        if (rows.of(number).stream()
                .anyMatch(r -> r.round() == appeal.round()
                        && r.end() == null
                        && r.holding().equals(holding))) {
            throw new InvalidInput("coHandler", "这一轮已经请过这个岗位", "was asked already in this round");
        }
        var limit = limits.getObject()
                .of(appeal)
                .orElseThrow(() ->
                        Refusal.conflict("按会办时限表，这件诉求不征求会办意见。", "The table asks for no opinions about this appeal."));
        ask(appeal, by, holding, question, limit);
    }

    private void ask(Appeal appeal, Actor by, String holding, String question, JointLimit limit) {
        var now = clock.instant();
        var due = calendars
                .current()
                .project(
                        now,
                        limit.within(),
                        limit.calendar(),
                        localities.get(appeal.locality()).officeHours(),
                        List.of())
                .dueAt();
        rows.ask(appeal.number(), appeal.round(), holding, by, now, question, due, limit.remindEvery());
        workflow.getObject().opinionAsked(appeal.number(), holding);
        var request = opinions.waiting(appeal.number(), holding);
        note(appeal, by, "请" + opinions.label(request) + "会办，" + Times.end(opinions.dueAt(request)) + " 前提出意见");
    }

    /** @throws Refusal if nobody waits for that post, or it was asked or reminded a short while ago */
    void remind(String number, Actor by, String holding) {
        var appeal = handled(number);
        var request = waiting(number, holding);
        var last = request.remindedAt() == null ? request.askedAt() : request.remindedAt();
        var next = last.plus(request.remindEvery());
        if (next.isAfter(clock.instant())) {
            throw Refusal.conflict(
                    Times.words(last) + (request.remindedAt() == null ? " 才请它会办，" : " 已经催过，") + Times.words(next)
                            + " 以后可以再催。",
                    "That post was asked or reminded a short while ago.");
        }
        rows.step(request, "reminded", by, clock.instant(), "");
        note(appeal, by, "催办会办意见：" + opinions.label(request));
    }

    /** @throws Refusal if nobody waits for that post */
    void release(String number, Actor by, String holding, String reason) {
        var appeal = handled(number);
        var request = waiting(number, holding);
        rows.step(request, "released", by, clock.instant(), reason);
        workflow.getObject().opinionLapsed(number, holding);
        note(appeal, by, "不再需要" + opinions.label(request) + "的会办意见：" + reason);
    }

    private void note(Appeal appeal, Actor by, String text) {
        events.publishEvent(new AppealEvent.JointNoted(appeal.number(), appeal.round(), clock.instant(), by, text));
    }

    private JointRequest waiting(String number, String holding) {
        return opinions.find(number, holding)
                .orElseThrow(() -> Refusal.conflict("这个岗位没有待提出的会办意见。", "Nobody waits for that post."));
    }

    private Appeal handled(String number) {
        var appeal = appeals.open(number).state();
        if (appeal.status() != AppealStatus.HANDLING) {
            throw Refusal.conflict("这件诉求现在不在办理环节。", "Nobody handles the appeal now.");
        }
        return appeal;
    }
}
